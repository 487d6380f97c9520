import Agreement
import Reporting

/// Questions on the terminal, each asked again with what was wrong until its answer can be read.
struct Questions {
  /// What did not happen, for whoever ends the questions with Ctrl-C or Ctrl-D.
  let onEnd: Message

  /// Asks for a value.
  ///
  /// - Parameters:
  ///   - usual: what an empty answer stands for; nil where there must be one.
  ///   - example: an answer as it may be, where there is no usual one.
  /// - Throws: `Failure.couldNot` where the input ends.
  func ask<Value>(
    _ question: Message, usual: String? = nil, example: String? = nil, _ read: (String) throws -> Value
  ) throws -> Value {
    let hint = usual.map { " [\($0)]" } ?? example.map { " (such as \($0))" } ?? ""
    return try answer(to: "\(question)\(hint): ", usual: usual, example: example, read)
  }

  /// Asks to choose one of several words, of which the first letter will do; an empty answer chooses the first.
  func choose(_ question: Message, among words: [String]) throws -> String {
    let choices = words.joined(separator: "/")
    return try answer(to: "\(question) (\(choices)) [\(words[0])]: ", usual: words[0], example: nil) {
      answer in
      guard let word = words.first(where: { $0.hasPrefix(answer.lowercased()) }) else {
        throw Unreadable(answer, expected: "one of \(words.joined(separator: ", "))")
      }
      return word
    }
  }

  private func answer<Value>(
    to prompt: Message, usual: String?, example: String?, _ read: (String) throws -> Value
  ) throws -> Value {
    while true {
      guard let line = Terminal.ask(prompt) else { throw Failure.couldNot(onEnd) }
      let written = line.trimmingBlanks
      guard let answer = written.isEmpty ? usual : written else {
        Terminal.note("An answer is needed here" + (example.map { ", such as \($0)." } ?? "."))
        continue
      }
      do { return try read(answer) } catch let error as Unreadable {
        Terminal.note("\(error)")
      }
    }
  }
}
