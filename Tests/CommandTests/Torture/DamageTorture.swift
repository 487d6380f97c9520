import Foundation
import TestSupport
import Testing

/// A damaged database never crashes a command, never hangs it, and never makes a wrong report that `verify` calls good.
@Suite struct DamageTorture {
  private static let copies = Torture.rounds * 4

  /// How it went with the copies.
  private actor Tally {
    private var counts: [String: Int] = [:]

    func add(_ damage: Damage, _ verdict: String) { counts["\(damage): \(verdict)", default: 0] += 1 }

    func tell() {
      for (what, count) in counts.sorted(by: { $0.key < $1.key }) {
        Torture.tell("damage: \(what): \(count)")
      }
    }
  }

  @Test func `is found, or does no harm`() async throws {
    let books = try await DamagedBooks()
    let tally = Tally()
    try await onLanes(Self.copies) { number in
      let damage = Damage.allCases[number % Damage.allCases.count]
      try await harm(books, damage, seed: Torture.seed &+ UInt64(number), tally)
    }
    await tally.tell()
  }

  private func harm(_ books: DamagedBooks, _ damage: Damage, seed: UInt64, _ tally: Tally) async throws {
    var random = SplitMix64(seed: seed)
    let moment = random.int(1...books.states.count - 1)
    let (state, earlier) = (books.states[moment], books.states[random.int(0...moment - 1)])
    let sandbox = try Sandbox()
    let file = sandbox.home.appendingPathComponent("acme.leadpact")
    let files = damage.done(to: state, earlier: earlier, random: &random)
    try files.write(as: file)

    let command = random.pick(DamagedBooks.commands)
    let comment: Comment = "\(damage), seed \(seed), \(command)"
    let report = try await Leadpact.run(command, in: sandbox)
    #expect([0, 1, 2].contains(report.exit), "\(comment): \(report)")
    #expect((report.exit == 0) != (report.stdout == ""), comment)
    let verdict = try await Leadpact.run("verify", in: sandbox)
    let anchored = try await Leadpact.run(["verify", "--since", state.head], in: sandbox)
    for consequence in [verdict, anchored] {
      #expect([0, 1, 2].contains(consequence.exit), "\(comment): \(consequence)")
      #expect((consequence.exit == 0) == (consequence.stderr == ""), comment)
    }
    if anchored.exit == 0 {
      // All that was on record is there, and whatever was reported is right.
      #expect(report.exit == 0, "\(comment): \(report)")
      #expect(report.stdout == state.outputs[command], comment)
    }
    if verdict.exit == 0, report.exit == 0 {
      // Without a head that was kept elsewhere, nobody can tell that the newest changes were lost, but no other.
      #expect(books.states.contains { $0.outputs[command] == report.stdout }, comment)
    }
    await tally.add(
      damage, anchored.exit == 0 ? "harmless" : verdict.exit == 0 ? "found by the head" : "found")
    guard seed.isMultiple(of: 4) else { return }
    let log = ["log", "2026-W10", "web=1", "--contract", "pair-2026"]
    let written = try await Leadpact.run(log, in: sandbox)
    #expect([0, 1, 2].contains(written.exit), "\(comment): \(written)")
    if anchored.exit == 0 {
      #expect(written.exit == 0, "\(comment): \(written)")
      let after = try await Leadpact.run(["verify", "--since", state.head], in: sandbox)
      #expect(after.exit == 0, "\(comment): \(after)")
    }
  }
}
