public import Agreement

import struct Crypto.SHA256

extension Digest {
  /// The SHA-256 of the text in UTF-8.
  public init(hashing text: String) {
    self.init(hashing: Array(text.utf8))
  }

  /// The SHA-256 of a file's bytes.
  public init(hashing bytes: [UInt8]) {
    var running = RunningDigest()
    bytes.withUnsafeBytes { running.add($0) }
    self = running.digest
  }
}

extension PublicKey {
  /// Its fingerprint, which people compare.
  public var fingerprint: KeyFingerprint {
    var running = RunningDigest()
    bytes.withUnsafeBytes { running.add($0) }
    return KeyFingerprint(digest: running.bytes)
  }
}

extension KeySignature {
  /// A signature with the fingerprint of its key.
  public init(_ armoured: ArmouredSignature) {
    self.init(armoured, fingerprint: armoured.key.fingerprint)
  }
}

/// A SHA-256 that is computed piece by piece, as the bytes of a file go by.
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// The digest of nothing yet.
  public init() {}

  /// Adds the bytes that come next.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// The digest of all that was added.
  public var digest: Digest { Digest(bytes: hash.finalize()) }

  /// The 32 bytes of the digest.
  var bytes: [UInt8] { Array(hash.finalize()) }
}
