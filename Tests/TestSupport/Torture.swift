import Foundation

/// How long the tests of what must never be lost go on, and which random numbers they begin with.
///
/// `make torture` sets `ROUNDS`; every other run of the tests takes a short form of each.
public enum Torture {
  /// How many rounds.
  public static let rounds = setting("ROUNDS") ?? 10

  /// Whether every case is to be met rather than a sample.
  public static let isLong = rounds >= 100

  /// Where random numbers begin: `SEED=… ROUNDS=… make torture` meets the same cases again.
  public static let seed = UInt64(setting("SEED") ?? 2026)

  /// How many points of a session a short form takes.
  public static let few = 3

  /// So many of the cases, each as likely as the other, in their order; all of them where that is not fewer.
  public static func sample<Case>(_ count: Int, of cases: [Case], seed: UInt64 = seed) -> [Case] {
    guard count < cases.count else { return cases }
    var random = SplitMix64(seed: seed)
    return Array(cases.indices).shuffled(using: &random).prefix(count).sorted().map { cases[$0] }
  }

  /// Says what a long run has gone through.
  public static func tell(_ figures: String) {
    guard isLong else { return }
    FileHandle.standardError.write(Data("torture: \(figures)\n".utf8))
  }

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
