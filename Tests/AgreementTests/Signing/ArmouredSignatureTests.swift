import Agreement
import TestSupport
import Testing

@Suite struct ArmouredSignatureTests {
  @Test(arguments: [
    (KeySamples.signature, KeySamples.ed25519), (KeySamples.ecdsaSignature, KeySamples.ecdsa),
  ])
  func `holds the key that made it`(text: String, key: String) throws {
    let signature = try ArmouredSignature(text)
    #expect(signature.key == (try PublicKey(key)))
    #expect(signature.text == text)
    #expect(try ArmouredSignature(String(text.dropLast())).text == text)
  }

  @Test func `refuses one that was made for something else`() {
    let error = #expect(throws: Unreadable.self) { try ArmouredSignature(KeySamples.signatureOfAFile) }
    #expect(error?.expected == "a signature made for 'leadpact', but for 'file'")
  }

  @Test func `refuses a kind of key that is no longer safe`() {
    let error = #expect(throws: Unreadable.self) { try ArmouredSignature(KeySamples.dsaSignature) }
    #expect(error?.expected == "made with an ed25519, ecdsa or rsa key, but with ssh-dss")
  }

  @Test(arguments: [
    "", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
    "-----BEGIN SSH SIGNATURE-----\nZm9v\n",
    "-----BEGIN SSH SIGNATURE-----\nZm9v\n-----END SSH SIGNATURE-----\n",
    "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQ==\n-----END SSH SIGNATURE-----\n",
    KeySamples.signature + "x\n", "x\n" + KeySamples.signature, KeySamples.signature + KeySamples.signature,
  ])
  func `refuses what is none`(text: String) {
    #expect(throws: Unreadable.self) { try ArmouredSignature(text) }
  }

  @Test func `what is damaged is refused, or read as what it is then`() throws {
    try forRandomCases(300) { random, seed in
      var bytes = Array(KeySamples.signature.utf8)
      bytes[random.int(30...bytes.count - 30)] = random.pick(Array("ABCDwxyz0189+/=\n".utf8))
      let text = String(decoding: bytes, as: UTF8.self)
      if let signature = try? ArmouredSignature(text) { #expect(signature.text == text, seed) }
    }
  }

  @Test func `a list of signers takes an address for itself only`() throws {
    let key = try PublicKey(KeySamples.ed25519)
    let signers = try AllowedSigners([
      (Email("ada@acme.example"), key), (Email("#a,b*?\"!\\@acme.example"), key), (Email("李@例え.jp"), key),
    ])
    let options = "namespaces=\"leadpact\" \(KeySamples.ed25519)"
    #expect(
      signers.text
        == "ada@acme.example \(options)\n?a?b?????@acme.example \(options)\n李@例え.jp \(options)\n"
    )
    #expect(AllowedSigners([]).text == "")
  }
}
