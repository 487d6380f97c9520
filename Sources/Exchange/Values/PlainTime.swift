import Agreement

/// A date, with or without a time, in the forms of ISO 8601 in which nearly all times of exports are written.
///
/// It says what `WrittenTime` says of the same text, for a fraction of the work, and knows no other form.
struct PlainTime {
  let day: Day
  /// Microseconds since midnight; nil where only the day is written.
  let time: Int?
  /// Minutes ahead of UTC; nil where none is written.
  let offset: Int?

  /// Reads `2026-03-04`, `2026-03-04 10:30`, `2026-03-04T10:30:15.25Z`, `2026-03-04T10:30:15+02:00`.
  ///
  /// Nil for everything else, days that there are not included.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard
      bytes.count >= 10, bytes.count <= 32, let day = Day(plain: UnsafeBufferPointer(rebasing: bytes[..<10]))
    else { return nil }
    self.day = day
    guard bytes.count > 10 else {
      (time, offset) = (nil, nil)
      return
    }
    var position = 10
    guard let time = Self.time(bytes, &position), let offset = Self.offset(bytes, at: position) else {
      return nil
    }
    (self.time, self.offset) = (time, offset)
  }

  private static func time(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int? {
    guard
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes.count >= 16, let hour = pair(bytes, at: 11), hour < 24, bytes[13] == UInt8(ascii: ":"),
      let minute = pair(bytes, at: 14), minute < 60
    else { return nil }
    position = 16
    var time = (hour * 60 + minute) * 60_000_000
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return time }
    guard bytes.count >= 19, let second = pair(bytes, at: 17), second < 60 else { return nil }
    position = 19
    time += second * 1_000_000
    guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return time }
    position += 1
    var unit = 1_000_000
    while position < bytes.count, let digit = digit(bytes[position]) {
      guard unit > 1 else { return nil }
      unit /= 10
      time += digit * unit
      position += 1
    }
    return unit < 1_000_000 ? time : nil
  }

  /// The offset that the text ends with, which may be none; nil where something else stands there.
  private static func offset(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int?? {
    switch bytes.count - position {
    case 0: return .some(nil)
    case 1: return bytes[position] == UInt8(ascii: "Z") ? 0 : nil
    case 6:
      guard
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-"),
        let hours = pair(bytes, at: position + 1), bytes[position + 3] == UInt8(ascii: ":"),
        let minutes = pair(bytes, at: position + 4), minutes < 60, hours * 60 + minutes <= 18 * 60
      else { return nil }
      let size = hours * 60 + minutes
      return bytes[position] == UInt8(ascii: "+") ? size : -size
    default: return nil
    }
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    guard let tens = digit(bytes[position]), let ones = digit(bytes[position + 1]) else { return nil }
    return tens * 10 + ones
  }

  private static func digit(_ byte: UInt8) -> Int? {
    let digit = byte &- 0x30
    return digit < 10 ? Int(digit) : nil
  }
}
