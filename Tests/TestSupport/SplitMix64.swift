public import Testing

/// A small generator of random numbers that gives the same ones for the same seed.
///
/// Sebastiano Vigna, <https://prng.di.unimi.it/splitmix64.c>.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Begins at a seed.
  public init(seed: UInt64) { self.state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range.
  public mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of the elements, of which there is at least one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  /// A number whose order of magnitude is random too, so that small and huge ones are met alike.
  public mutating func magnitude(upTo most: Int = .max) -> Int {
    Int(min(next() >> UInt64(int(1...63)), UInt64(most)))
  }
}

/// Runs `body` with that many generators; the comment names the seed to start from in order to see a failure again.
public func forRandomCases(
  _ cases: Int,
  from seed: UInt64 = 2026,
  _ body: (inout SplitMix64, Comment) throws -> Void
) throws {
  for seed in seed..<seed + UInt64(cases) {
    var random = SplitMix64(seed: seed)
    try body(&random, "seed \(seed)")
  }
}
