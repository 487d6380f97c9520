/// A Markdown page whose ```` ```console ```` blocks are commands and the whole output that each must give.
///
///     $ leadpact --version
///     0.1.0
///     $ cat > contract.yaml <<'END'
///     > name: acme-2026
///     > END
///     $ leadpact contract propose missing.yaml
///     leadpact: there is no file missing.yaml
///     [exit 1]
///
/// An exit code other than 0 is the last line of the output. Blocks opened by `console skip` are left alone.
struct Transcript: Equatable {
  /// One command and its output.
  struct Step: Equatable {
    /// The command as the shell reads it, of one or more lines.
    var command: String
    /// The line of the page that the command starts on, counted from 1.
    var line: Int
    /// Where the output stands among the page's lines, counted from 0.
    var outputLines: Range<Int>
    /// What the block's fence is indented by, and so each of its lines.
    var indentation: String
    /// The output as the page has it, without the indentation.
    var output: [String]
  }

  /// Why a page cannot be read as a transcript.
  struct Malformed: Error, Equatable, CustomStringConvertible {
    let line: Int
    let reason: String
    var description: String { "line \(line): \(reason)" }
  }

  /// The page, split at each line feed.
  private(set) var lines: [String]
  private(set) var steps: [Step] = []

  init(_ text: String) throws(Malformed) {
    lines = text.linesByByte
    var number = 0
    while number < lines.count {
      guard let fence = Fence(opening: lines[number]) else {
        number += 1
        continue
      }
      let body = number + 1
      let end = lines[body...].firstIndex(where: fence.isClosed) ?? lines.count
      if fence.words.first == "console", !fence.words.contains("skip") {
        guard end < lines.count else {
          throw Malformed(line: number + 1, reason: "this block is never closed")
        }
        try readSteps(in: body..<end, indentation: fence.indentation)
      }
      number = end + 1
    }
  }

  private mutating func readSteps(in block: Range<Int>, indentation: String) throws(Malformed) {
    let text = { [lines] (number: Int) in
      lines[number].hasPrefix(indentation)
        ? String(lines[number].dropFirst(indentation.count)) : lines[number]
    }
    var number = block.lowerBound
    while number < block.upperBound {
      let start = number
      guard text(number).hasPrefix("$ ") else {
        throw Malformed(line: number + 1, reason: "a console block starts with a line `$ command`")
      }
      var command = ShellCommand(String(text(number).dropFirst(2)))
      number += 1
      while command.isUnfinished {
        guard number < block.upperBound else {
          throw Malformed(line: start + 1, reason: "this command goes on, but its block ends here")
        }
        command.append(text(number))
        number += 1
      }
      let outputStart = number
      while number < block.upperBound, !text(number).hasPrefix("$ ") { number += 1 }
      steps.append(
        Step(
          command: command.text,
          line: start + 1,
          outputLines: outputStart..<number,
          indentation: indentation,
          output: (outputStart..<number).map(text)
        )
      )
    }
  }

  /// The page's text with `outputs`, one for each step, in the place of its own.
  func text(replacingOutputsWith outputs: [[String]]) -> String {
    var lines = lines
    for (step, output) in zip(steps, outputs).reversed() {
      let indented = output.map { $0.isEmpty ? "" : step.indentation + $0 }
      lines.replaceSubrange(step.outputLines, with: indented)
    }
    return lines.joined(separator: "\n")
  }
}

/// The line that opens a Markdown code block.
private struct Fence {
  let indentation: String
  let words: [Substring]
  private let mark: Character
  private let length: Int

  init?(opening line: String) {
    indentation = String(line.prefix { $0 == " " })
    let rest = line.dropFirst(indentation.count)
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let info = rest.drop { $0 == mark }
    self.mark = mark
    length = rest.count - info.count
    words = info.split(separator: " ")
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
  }

  func isClosed(by line: String) -> Bool {
    let text = line.drop { $0 == " " }
    let marks = text.prefix { $0 == mark }
    return marks.count >= length && text.dropFirst(marks.count).allSatisfy { $0 == " " }
  }
}

extension String {
  /// The text between line feeds; unlike `Character`, it takes the line feed of a CRLF for one.
  var linesByByte: [String] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }
}
