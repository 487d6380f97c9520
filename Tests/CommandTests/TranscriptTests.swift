import Testing

/// Every page with commands in it says what the binary does, word for word.
///
/// `UPDATE_GOLDEN=1 swift test --filter TranscriptTests` writes the actual outputs into the pages instead.
@Suite struct TranscriptTests {
  @Test(arguments: TranscriptPage.all)
  func `prints what the page says`(page: TranscriptPage) async throws {
    try await page.check(in: Sandbox())
  }
}

extension TranscriptPage {
  /// Runs the page's commands in a sandbox and compares what they print with what the page says.
  func check(in sandbox: Sandbox) async throws {
    let transcript = try Transcript(text())
    let outputs = try await Session(sandbox: sandbox).outputs(of: transcript.steps.map(\.command))

    if TranscriptPage.isUpdating {
      return try update(transcript, with: outputs)
    }
    for (index, step) in transcript.steps.enumerated() {
      guard index < outputs.count else {
        Issue.record("never ran: the command before it ended the shell", sourceLocation: self[step.line])
        break
      }
      if outputs[index] == step.output { continue }
      let difference = LineDifference(expected: step.output, actual: outputs[index])
      Issue.record(
        "\(self):\(step.line)\n$ \(step.command)\n\(difference)",
        sourceLocation: self[step.line]
      )
    }
  }
}
