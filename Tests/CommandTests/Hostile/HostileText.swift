/// Texts that are more than words to somebody: to SQL, a browser, Markdown, a terminal, a shell, a spreadsheet.
enum HostileText {
  static let all = [
    "'); DROP TABLE lead; --",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\"><b>",
    "</td></tr></table></style><iframe src=\"https://evil.example\">",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "https://evil.example www.evil.example ftp://evil.example",
    "| a | b | **bold** `code` ~~no~~ $x$ &lt; _it_ \\",
    "# heading", "- item", "1. item", "``` fence",
    "|\u{301}a <\u{338}b `\u{301}c [\u{301}d]\u{301}(e)",
    "\u{1B}[2J\u{1B}[31mred\u{1B}[0m",
    "\u{1B}]8;;https://evil.example\u{7}link\u{1B}]8;;\u{7}",
    "\u{1B}]52;c;cm0gLXJmIH4K\u{1B}\\",
    "\u{9B}31mC1\u{9D}0;title\u{9C}",
    "abc\u{8}\u{8}\u{8}xyz\u{7F}",
    "first\rFORGED",
    "first\nFORGED",
    "first\u{85}FORGED\u{2028}FORGED",
    "\u{202E}live.exe\u{202C} \u{2066}iso\u{2069} \u{200F}r\u{61C}",
    "zero\u{200B}width\u{2060}\u{FEFF}\u{AD}\u{E0041}x\u{200D}y",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "＝1+1", "＋1", "＠x", "﹢1",
    "a;=1+1",
    "a\";=cmd|' /C calc'!A0;\"",
    "\"=1\"",
    "=\u{301}1",
    "$(reboot) `reboot` ; rm -rf ~ & %n%s",
  ]

  /// What a terminal would obey, a reader take for a line of ours, or nobody see: all of it, and no slash, so that a file
  /// may be called so.
  static let forTerminals = [
    "\u{1B}[31m\u{9B}2J\u{8}\u{7F}\u{1B}]52;c;cm0=\u{7}\u{90}q\u{9C}",
    "first\nFORGED\rFORGED\u{85}FORGED\u{2028}FORGED",
    "\u{202E}exe.\u{2066}x\u{2069}\u{200F}\u{200B}\u{FEFF}\u{AD}\u{E0041}x\u{200D}y",
  ]

  /// Signs that names may hold, and that are more than letters to somebody.
  static let names = ["$(id)", "+1+1", "＝1", "a;b&c", "~", "%n%s", "!x", "﹢1", "(x)", "&amp;"]
}
