import Agreement
import TestSupport
import Testing

@testable import Reporting

/// The files of a certificate, as values.
@Suite struct CertificatePageTests {
  /// A certificate of a version that people of these addresses have signed with a key.
  private func certificate(_ emails: [String], names: String = "Ada") throws -> Certificate {
    let people = try emails.enumerated().map { position, email in
      try Signatory(
        name: names, email: Email(email), team: position == 0 ? .marketing : .sales, role: "Head", owes: "")
    }
    let example = try LeadSample.contract()
    let contract = try Contract(
      name: example.name, term: example.term, currency: example.currency, streams: example.streams,
      signatories: people)
    let digest = try Digest(hex: String(repeating: "0a", count: 32))
    let moment = try Moment(day: Day("2026-01-05"))
    let version = Version(
      number: 1, contract: contract, digest: digest, proposedAt: moment, proposedBy: "ada\u{1B}[2J")
    let key = try KeySignature(
      ArmouredSignature(KeySamples.signature), fingerprint: KeyFingerprint(KeySamples.ed25519Fingerprint))
    let signatures = people.map {
      Signature(version: 1, digest: digest, email: $0.email, word: .signed, at: moment, key: key)
    }
    return Certificate(
      of: version, in: ContractHistory(versions: [version], signatures: signatures),
      text: contract.canonicalText, journalHead: (7, digest), on: try Day("2026-05-15"))
  }

  @Test(arguments: [
    (["ada@a.example", "ben@a.example"], ["ada.sig", "ben.sig"]),
    (["ada@a.example", "ADA@b.example", "ada@c.example"], ["ada.sig", "ada-2.sig", "ada-3.sig"]),
    (["ada-2@a.example", "ada@a.example", "ada@b.example"], ["ada-2.sig", "ada.sig", "ada-3.sig"]),
    (["../../x@a.example", "..@a.example", "-rf@a.example"], ["x.sig", "signer.sig", "rf.sig"]),
    (
      ["李@a.example", "a/b@a.example", "a b".filter { $0 != " " } + "@a.example"],
      ["signer.sig", "a-b.sig", "ab.sig"]
    ),
  ])
  func `names each file for its person, safely and once`(emails: [String], names: [String]) throws {
    let files = try certificate(emails).files
    #expect(files.map(\.name).filter { $0.hasSuffix(".sig") } == names)
    #expect(Set(files.map(\.name)).count == files.count)
    #expect(files.first { $0.name == names[0] }?.text == KeySamples.signature)
  }

  @Test func `what people and the database say cannot break the page`() throws {
    let page = try certificate(["ada@a.example", "ben@a.example"], names: "Ada\n    rm -rf ~\n\u{202E}x").page
    let commands = page.split(separator: "\n").filter { $0.hasPrefix("    ") }
    #expect(
      commands.allSatisfy { line in
        ["sha256sum", "ssh-keygen", "leadpact"].contains { line.contains("    \($0) ") }
      })
    #expect(!page.unicodeScalars.contains("\u{1B}") && !page.unicodeScalars.contains("\u{202E}"))
  }

  @Test(arguments: [
    ("ada@acme.example", "ada@acme.example"), ("", "''"), ("a b", "'a b'"), ("$(x)", "'$(x)'"),
    ("it's", #"'it'\''s'"#),
    ("'", #"''\'''"#), ("李@例え.jp", "李@例え.jp"), ("'\u{301};x", "''\\''\u{301};x'"), ("*", "'*'"), ("~", "'~'"),
    ("a\\b", #"'a\b'"#),
  ])
  func `an address is one word to a shell`(text: String, word: String) {
    #expect(text.asShellWord == word)
  }
}
