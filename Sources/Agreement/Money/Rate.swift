/// A conversion rate: a share above 0, so that one can divide by it.
///
/// Whole parts per million keep the funnel exact: in binary floating point 1,326 / 0.34 falls short of 3,900.
public struct Rate: Hashable, Sendable, Comparable {
  /// The rate as a share of what enters the stage.
  public let share: Share

  /// A rate of that share.
  ///
  /// - Throws: `Unreadable` when the share is 0: nothing would ever come out.
  public init(_ share: Share) throws(Unreadable) {
    guard share.partsPerMillion > 0 else {
      throw Unreadable(
        share.description,
        expected: "a rate above 0% and up to 100%, such as 34%, 0.34 or 1/3"
      )
    }
    self.share = share
  }

  /// Reads `34%`, `0.34` or `1/3`.
  ///
  /// - Throws: `Unreadable` when the text has another form, or lies outside 0 % (excluded) to 100 %.
  public init(_ text: String) throws(Unreadable) {
    let share: Share
    do { share = try Share(text) } catch {
      throw Unreadable(
        text,
        expected: error.expected.replacingPrefix(
          "a share from 0% to 100%",
          by: "a rate above 0% and up to 100%"
        )
      )
    }
    try self.init(share)
  }

  /// The rate in parts per million, from 1 to 1,000,000.
  public var partsPerMillion: Int { share.partsPerMillion }

  /// How many must enter a stage for `count` to leave it, rounded up.
  ///
  /// docs/arithmetic.md, "Worked backwards".
  ///
  /// - Throws: `Overflow` beyond 64 bits.
  public func inputs(yielding count: Int) throws(Overflow) -> Int {
    let (part, whole) = share.exact
    return try Int(checking: (Int128(count) * whole).dividedRoundingUp(by: part))
  }

  /// Orders rates by size.
  public static func < (a: Rate, b: Rate) -> Bool { a.share < b.share }
}

extension Rate: PlainlyWritten {
  /// Reads what `Share` reads in its plain form; nil for 0 %, and for all that `Share` leaves to `init(_:)`.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard let share = Share(plain: bytes), share.partsPerMillion > 0 else { return nil }
    self.share = share
  }
}

extension Rate: CustomStringConvertible {
  /// The rate as it was written.
  public var description: String { share.description }
}

extension String {
  func replacingPrefix(_ prefix: String, by replacement: String) -> String {
    hasPrefix(prefix) ? replacement + dropFirst(prefix.count) : self
  }
}
