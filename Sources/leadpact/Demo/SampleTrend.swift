import Agreement

/// How the sample year went: month by month, in per cent or per mille, before chance has its say.
enum SampleTrend {
  /// Leads delivered of each type, in per cent of those that bring the value due.
  private static let leads: [String: [Int]] = [
    // A chat button on the pricing page and a campaign that nobody announced: too many from July on.
    "website-form": [96, 99, 101, 98, 103, 99, 110, 115, 112, 103, 99, 97],
    "live-chat": [92, 98, 103, 105, 108, 107, 121, 128, 125, 112, 106, 103],
    "content-download": [104, 101, 97, 99, 94, 96, 107, 112, 104, 98, 101, 95],
    // Two callers left in June, and a trade fair was called off: too few from July on.
    "demo-request": [98, 101, 103, 100, 97, 99, 95, 92, 96, 99, 102, 101],
    "outbound": [101, 97, 99, 98, 95, 92, 78, 74, 75, 86, 95, 99],
    "event": [95, 104, 100, 107, 96, 90, 70, 73, 83, 104, 97, 92],
  ]

  static func leads(_ type: Name, in month: Month) -> Int { leads[type.text]?[month.month - 1] ?? 100 }

  /// The rates that came true, in per mille: MQL→SQL, SQL→opportunity, opportunity→won.
  private static let rates: [String: [Int]] = [
    "website-form": [341, 803, 252],
    "live-chat": [417, 752, 208],
    "content-download": [123, 618, 171],
    "demo-request": [523, 678, 257],
    "outbound": [278, 552, 209],
    "event": [221, 476, 181],
  ]

  static func rates(_ type: Name) -> [Int] { rates[type.text] ?? [500, 500, 500] }

  /// Leads contacted in time, in per mille of those due.
  private static let contacted: [String: [Int]] = [
    "small-business": [941, 933, 948, 936, 927, 918, 851, 806, 829, 894, 921, 930],
    "mid-market": [958, 949, 961, 944, 951, 946, 933, 928, 939, 948, 952, 955],
  ]

  static func contacted(_ stream: Name, in month: Month) -> Int {
    contacted[stream.text]?[month.month - 1] ?? 900
  }

  /// A step of the cadence: how many weeks after the lead it is due, the share of leads still open then, and the
  /// share of those that had their touches, by month; shares in per mille.
  struct Step {
    let name: String
    let weeks: Int
    let open: Int
    let touched: [Int]
  }

  static let cadence = [
    Step(
      name: "3-in-14", weeks: 2, open: 910,
      touched: [872, 884, 879, 868, 873, 866, 848, 831, 836, 851, 864, 870]),
    Step(
      name: "5-in-28", weeks: 4, open: 720,
      touched: [858, 861, 853, 849, 846, 852, 838, 821, 817, 833, 842, 849]),
    Step(
      name: "7-in-56", weeks: 8, open: 510,
      touched: [826, 829, 834, 828, 821, 819, 797, 772, 759, 781, 806, 815]),
  ]

  /// Customer satisfaction in hundredths of a point.
  static let satisfaction = [462, 465, 459, 463, 467, 464, 461, 456, 458, 460, 463, 466]

  static let accountsReviewed = [61, 64, 63, 66, 62, 65, 60, 58, 67, 64, 66, 61]
}
