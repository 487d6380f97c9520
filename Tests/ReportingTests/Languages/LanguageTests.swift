import Testing

@testable import Reporting

@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", Language.english), ("en-GB", .english), ("EN", .english), ("zh-Hant", .traditionalChinese),
    ("zh_Hant", .traditionalChinese), ("ZH-hant-tw", .traditionalChinese), ("zh-TW", .traditionalChinese),
    ("zh-HK", .traditionalChinese), ("zh_MO", .traditionalChinese),
  ])
  func `is named by a tag`(code: String, language: Language) {
    #expect(Language(code: code) == language)
  }

  @Test(arguments: [
    "", "-", "zh", "zh-CN", "zh-Hans", "zh-Hans-TW", "de", "TW", "xzh-TW", "english", "zh-TW.UTF-8",
  ])
  func `is not named by what says another language, or none`(code: String) {
    #expect(Language(code: code) == nil)
  }

  @Test(arguments: Language.allCases)
  func `is named by its own code`(language: Language) {
    #expect(Language(code: language.code) == language)
  }

  @Test(arguments: [
    ("zh_TW.UTF-8", Language.traditionalChinese), ("zh_HK", .traditionalChinese),
    ("zh_MO.big5hkscs", .traditionalChinese), ("zh_TW.UTF-8@radical", .traditionalChinese),
    ("zh_Hant", .traditionalChinese), ("zh_CN.UTF-8", .english), ("zh", .english), ("C", .english),
    ("POSIX", .english), ("C.UTF-8", .english), ("de_DE.UTF-8", .english), ("", .english),
    ("en_US.UTF-8", .english), ("de_DE.zh_TW", .english),
  ])
  func `follows a locale that it is written in`(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test(arguments: [
    ([], "", ""), (["volume"], "volume", "volume"), (["a", "b"], "a and b", "a 及 b"),
    (["甲", "乙", "丙"], "甲, 乙 and 丙", "甲、乙及丙"),
    (["win rate", "成交率", "AOV"], "win rate, 成交率 and AOV", "win rate、成交率及 AOV"),
  ])
  func `joins a list in its own way`(items: [String], english: String, chinese: String) {
    #expect(Language.english.joined(items) == english)
    #expect(Language.traditionalChinese.joined(items) == chinese)
  }

  @Test(arguments: [
    ("Website form", "website form"), ("MQL→SQL", "MQL→SQL"), ("SMB", "SMB"), ("中小企業", "中小企業"), ("", ""),
  ])
  func `has small letters within a sentence where it has capitals`(title: String, within: String) {
    #expect(Language.english.within(title) == within)
    #expect(Language.traditionalChinese.within(title) == title)
  }

  @Test func `says counts in words that agree with them`() {
    #expect(Language.english(.lagMonths, ["months": 1]) == "1 month")
    #expect(Language.english(.lagMonths, ["months": 12]) == "12 months")
    #expect(Language.english(.countLeads, ["count": 1_234]) == "1,234 leads")
    #expect(Language.english(.weeks, ["count": 0]) == "0 weeks")
    #expect(Language.traditionalChinese(.countLeads, ["count": 1_234]) == "1,234 筆名單")
  }

  @Test(arguments: [
    ("中小企業", "低於目標", "中小企業：低於目標。"), ("SMB", "", "SMB：低於目標。"),
  ])
  func `puts what was recorded into a sentence as it is`(stream: String, _: String, sentence: String) {
    #expect(Language.traditionalChinese(.streamUnder, ["stream": stream]) == sentence)
  }

  @Test(arguments: [
    ("SMB", "Web", "SMB 的 Web"), ("中小企業", "官網表單", "中小企業的官網表單"),
    ("「甲」", "（乙）", "「甲」的（乙）"), ("A1", "-3", "A1 的 -3"), ("$5", "7", "$5 的 7"),
    ("96 %", "±3", "96 % 的 ±3"),
  ])
  func `parts ideographs from letters and digits beside them`(stream: String, type: String, words: String) {
    #expect(Language.traditionalChinese(.typeOfStream, ["stream": stream, "type": type]) == words)
  }
}
