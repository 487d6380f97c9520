public import Agreement

import struct Crypto.SHA256

extension Digest {
  /// The SHA-256 of the text in UTF-8.
  public init(hashing text: String) {
    self.init(hashing: Array(text.utf8))
  }

  /// The SHA-256 of a file's bytes.
  public init(hashing bytes: [UInt8]) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    self.init(bytes: hash.finalize())
  }
}

/// A SHA-256 that is computed piece by piece.
struct RunningDigest {
  private var hash = SHA256()

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
  }

  /// The digest of all that was added.
  var digest: Digest { Digest(bytes: hash.finalize()) }
}
