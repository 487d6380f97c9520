import Agreement
import TestSupport
import Testing

@Suite struct PublicKeyTests {
  @Test(arguments: [
    (KeySamples.ed25519, PublicKey.Kind.ed25519), (KeySamples.ecdsa, .ecdsa256), (KeySamples.rsa, .rsa),
  ])
  func `reads the keys that people have, and leaves a comment out`(line: String, kind: PublicKey.Kind) throws
  {
    let key = try PublicKey(line)
    #expect(key.kind == kind)
    #expect(key.text == line)
    #expect(try PublicKey(" \(line) ada@laptop, the old one\n") == key)
    #expect(key.short.count < 40)
  }

  @Test(arguments: [
    "", "ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAILTPGLeCKQSq0UTmYEJ+77Nhm/Ln0WIHFJPlaLr5HF2J",
    "~/.ssh/id_ed25519",
    // Another name than the one inside, a letter too few, one too many, a bit that says nothing.
    "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAILTPGLeCKQSq0UTmYEJ+77Nhm/Ln0WIHFJPlaLr5HF2J",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILTPGLeCKQSq0UTmYEJ+77Nhm/Ln0WIHFJPlaLr5HF2",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILTPGLeCKQSq0UTmYEJ+77Nhm/Ln0WIHFJPlaLr5HF2JAAAA",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
    "ssh-dss AAAAB3NzaC1kc3MAAAAB",
    KeySamples.ed25519 + "\n" + KeySamples.ecdsa,
  ])
  func `refuses what is no public key`(text: String) {
    #expect(throws: Unreadable.self) { try PublicKey(text) }
  }

  @Test func `does not repeat a private key that was given by mistake`() {
    let error = #expect(throws: Unreadable.self) {
      try PublicKey("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n")
    }
    #expect(error?.description.contains("b3Blbn") == false)
  }

  @Test func `no bytes make it trap`() throws {
    let whole = try PublicKey(KeySamples.ecdsa).bytes
    try forRandomCases(300) { random, seed in
      var bytes = whole
      for _ in 0...random.int(0...3) {
        bytes[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255))
      }
      bytes.removeLast(random.int(0...1) * random.int(0...bytes.count))
      guard let key = PublicKey(bytes: bytes) else { return }
      let again = try PublicKey(key.text)
      #expect(again == key, seed)
    }
  }

  @Test(arguments: [
    "SHA256:", "MD5:aa:bb", "SHA256:NyvSePTU9YXJ75CJxod0eGcMSFTBwRe18HXecVjmtbgA", "NyvSePTU9Y",
  ])
  func `refuses what is no fingerprint`(text: String) {
    #expect(throws: Unreadable.self) { try KeyFingerprint(text) }
  }

  @Test func `shows a fingerprint in short`() throws {
    #expect(try KeyFingerprint(KeySamples.ed25519Fingerprint).short == "SHA256:NyvSePTU9YXJ…")
  }
}
