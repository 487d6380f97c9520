/// Sebastiano Vigna's SplitMix64: chance that comes out alike from the same seed, on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number of thousandths near 1,000: the middle of three draws, at most `spread` off.
  mutating func permille(within spread: Int) -> Int {
    let draws = (0..<3).map { _ in Int(next() % UInt64(2 * spread + 1)) - spread }
    return 1_000 + draws.sorted()[1]
  }
}
