/// Chance that comes out alike from the same seed, on every machine: Sebastiano Vigna's SplitMix64,
/// <https://prng.di.unimi.it/splitmix64.c>.
struct SplitMix64 {
  private var state: UInt64

  /// The chance of one part of the data, such as a month, which is the same whatever else is made.
  init(seed: UInt64, part: Int) {
    state = seed ^ (UInt64(bitPattern: Int64(part)) &* 0xD6E8_FEB8_6659_FD93)
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number from 0 up to below `bound`, which is above 0: the upper half of a product (Lemire).
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number of the range.
  mutating func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// Whether something happens that happens so many times in a million.
  mutating func happens(_ partsPerMillion: Int) -> Bool { below(1_000_000) < partsPerMillion }
}
