import Agreement
import Exchange
import Testing

@Suite struct ContractFileSyntaxTests {
  @Test(arguments: [
    ("contract: a\n\tterm: b\n", "2:1: here is a tab; YAML indents with blanks only"),
    (
      "title: Acme: marketing\n",
      "1:12: a second ': ' in one entry; put the text in double quotes, or check the indentation"
    ),
    ("contract: \"open\nterm: 1\n", "1:11: the quotes that open here are not closed"),
    (
      "holidays: [1, 2\nterm: 1\n",
      "1:11: items after this [ are separated by ', ' and end with ]; a comma or the ] is missing"
    ),
    (
      "stages: {mql: a sql: b}\n",
      "1:9: entries after this { are separated by ', ' and end with }; a comma or the } is missing"
    ),
    (
      "stages:\n  mql: a\n sql: b\n",
      "3:2: this does not line up with what stands above it; indent it like its neighbours, and put texts with ' \" # or ': ' in double quotes"
    ),
    ("contract: @x\n", "1:11: a value cannot begin with '@'; put it in double quotes"),
    (
      "contract: a\nterm\ncurrency: USD\n",
      "2:1: this line is no entry 'key: value'; write a ':' and a blank after the key"
    ),
    (
      "title: \"\\q\"\n",
      "1:9: an unknown escape in double quotes; write \\\\ for a backslash, or use single quotes"
    ),
    (
      "contract: a\n---\ncontract: b\n",
      "2:1: a second document begins here; keep one contract a file and remove the '---'"
    ),
    ("%YAML 3.0\n---\ncontract: a\n", "1:1: lines that begin with % are needless here; remove them"),
    ("", "1:1: the file is empty; 'leadpact contract new' prints a contract to start from"),
    ("# soon\n---\n", "1:1: the file is empty; 'leadpact contract new' prints a contract to start from"),
    (
      "- contract\n- term\n",
      "1:1: this is no contract: it begins with none of its keys, such as 'contract: acme-2026'; 'leadpact contract new' prints a contract to start from"
    ),
    ("title: \u{7}\n", "1:8: the control character U+0007 has no place in a contract; remove it"),
  ])
  func `says why a text cannot be read`(text: String, complaint: String) {
    #expect(Sample.complaints(text) == "acme.yaml:" + complaint)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "1:1: the file is in UTF-16; save it as UTF-8"),
      (
        [0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0xE9, 0x0A],
        "2:2: here is a byte that is not UTF-8; save the file as UTF-8"
      ),
    ] as [([UInt8], String)]
  )
  func `says why bytes cannot be read`(bytes: [UInt8], complaint: String) {
    #expect(Sample.complaints(bytes: bytes) == "acme.yaml:" + complaint)
  }

  @Test(arguments: [("{", "1:2"), ("a: [", "1:5"), ("contract: x\na: {b", "2:4"), ("a: \"b", "1:4")])
  func `what is missing at the end of a file is missing in it`(text: String, place: String) {
    let complaint = Sample.complaints(text)
    #expect(complaint.hasPrefix("acme.yaml:\(place): "), "\(complaint)")
  }

  @Test func `says little of a key whose only character has accents without number`() {
    let key = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(Sample.complaints(Sample.small + "\(key): 1\n").utf8.count < 2_000)
  }

  @Test func `refuses a file over 1 MiB`() {
    #expect(
      Sample.complaints(bytes: Array(repeating: 0x20, count: 1_048_577))
        == "acme.yaml:1:1: the file has 1,048,577 bytes; a contract has 1,048,576 at most (1 MiB)"
    )
  }

  @Test func `a byte order mark and Windows line ends are no trouble`() {
    let windows =
      "\u{FEFF}"
      + Sample.small.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(Sample.complaints(windows).isEmpty)
  }

  @Test func `refuses anchors, aliases and tags`() {
    let text = Sample.small("34%", "&rate 34%").replacing("82%", with: "*rate").replacing(
      "23%",
      with: "!!float 0.23"
    )
    #expect(
      Sample.complaints(text) == """
        acme.yaml:10:21: '&rate' is an anchor, which contracts do without; write the text out each time
        acme.yaml:11:29: '*rate' is an alias to YAML, which contracts do without; write the text out, or put it in quotes
        acme.yaml:12:19: 'tag:yaml.org,2002:float' is a tag, which contracts do without; leave it out
        """
    )
  }

  @Test func `a bomb of aliases does not go off`() {
    var text = "contract: a\na0: &a0 [x, x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a60\n: 1\n"
    #expect(Sample.complaints(text).contains("acme.yaml:3:10: '*a0' is an alias to YAML"))
  }

  @Test func `an asterisk in a text is only an asterisk`() throws {
    let contract = try ContractFile.read(
      Sample.small("currency", "title: \"*best* & more\"\ncurrency"),
      file: "a"
    )
    #expect(contract.title == "*best* & more")
  }

  @Test(arguments: [21, 400, 5_000, 100_000])
  func `refuses deep nesting`(depth: Int) {
    let text = "contract: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(Sample.complaints(text).contains("this is nested"))
  }

  @Test func `a large file of nothing but mistakes is soon refused`() {
    let text = "contract: acme\nstreams:\n" + (0..<5_000).map { " s\($0): {quota: 1, s: 1, s: 2}\n" }.joined()
    let complaints = Sample.complaints(text)
    #expect(complaints.contains("acme.yaml:3:"))
    #expect(complaints.split(separator: "\n").count <= 200)
  }

  @Test func `names of any script are equal in all their normal forms`() throws {
    let composed = try ContractFile.read(Sample.small("smb", "caf\u{E9}"), file: "a")
    let decomposed = try ContractFile.read(Sample.small("smb", "cafe\u{301}"), file: "a")
    #expect(Array(composed.canonicalText.utf8) == Array(decomposed.canonicalText.utf8))
  }
}
