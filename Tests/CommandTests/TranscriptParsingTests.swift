import Testing

@Suite struct TranscriptParsingTests {
  @Test func `reads commands and their output, and leaves other blocks alone`() throws {
    let transcript = try Transcript(
      """
      # Title
      ```sh
      $ not run
      ```
      ````markdown
      ```console
      $ nor this
      ```
      ````
      ```console skip
      $ nor this
      ```

      ```console
      $ echo one; echo two
      one
      two
      $ false
      [exit 1]
      ```
      """
    )
    #expect(
      transcript.steps == [
        .init(
          command: "echo one; echo two",
          line: 15,
          outputLines: 15..<17,
          indentation: "",
          output: ["one", "two"]
        ),
        .init(command: "false", line: 18, outputLines: 18..<19, indentation: "", output: ["[exit 1]"]),
      ]
    )
  }

  @Test(arguments: [
    ("$ a \\\n>   --b \\\n    --c\n> output", "a \\\n  --b \\\n    --c", ["> output"]),
    ("$ cat <<'END' && b\n> x\n>\n>  END\n> END\ny", "cat <<'END' && b\nx\n\n END\nEND", ["y"]),
    ("$ cat <<-A <<B\n> \tA\n> A\n> B\ny", "cat <<-A <<B\n\tA\nA\nB", ["y"]),
    ("$ echo 'it\n> goes on'\nit", "echo 'it\ngoes on'", ["it"]),
    ("$ echo \"a \\\" <<b\" '\\'\nx", "echo \"a \\\" <<b\" '\\'", ["x"]),
    ("$ echo it\\'s\nit's", "echo it\\'s", ["it's"]),
  ])
  func `follows a command over its lines`(block: String, command: String, output: [String]) throws {
    let steps = try Transcript("```console\n\(block)\n```").steps
    #expect(steps.map(\.command) == [command])
    #expect(steps.map(\.output) == [output])
  }

  @Test(arguments: [
    ("```console\n$ true", 1, "this block is never closed"),
    ("\n```console\noutput\n```", 3, "a console block starts with a line `$ command`"),
    ("```console\n$ cat <<END\n> x\n```", 2, "this command goes on, but its block ends here"),
  ])
  func `refuses what it cannot read`(text: String, line: Int, reason: String) {
    #expect(throws: Transcript.Malformed(line: line, reason: reason)) { try Transcript(text) }
  }

  @Test func `puts new outputs in the place of the old ones`() throws {
    let page = "1. First\n   ```console\n   $ a\n   old\n   $ b\n   ```\n2. Second\n"
    let transcript = try Transcript(page)
    #expect(transcript.steps.map(\.output) == [["old"], []])
    #expect(
      transcript.text(replacingOutputsWith: [[], ["new", "", "[exit 2]"]])
        == "1. First\n   ```console\n   $ a\n   $ b\n   new\n\n   [exit 2]\n   ```\n2. Second\n"
    )
  }

  @Test func `shows what is missing and what is too many`() {
    let difference = LineDifference(expected: ["a", "b", "c"], actual: ["a", "x", "c", "d"])
    #expect(difference.description == "  a\n- b\n+ x\n  c\n+ d")
  }
}
