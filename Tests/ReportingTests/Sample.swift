import Agreement
import Reporting

/// A document with every kind of block and cell, and with what people and imports write into names.
enum Sample {
  static let missing = "\u{1B}[2J\u{202E}yraM"

  static func review() throws -> Document {
    let dollars = try Currency("USD")
    func figure(_ name: String, _ quantity: Quantity, of leadType: String? = nil) -> Figure {
      let stream: String? = leadType == nil ? nil : "smb"
      return Figure(
        FigureKey(period: "2026-Q1", stream: stream, leadType: leadType, name),
        quantity,
        Derivation(
          formula: "value delivered / value owed",
          computation: "$411,682.50 / $500,175.00",
          clause: "Delivered value",
          inputs: [
            Derivation.Input("value of a lead", "$128.25", source: "acme-2026 v2, web | win-rate"),
            Derivation.Input("leads", "3,210"),
          ],
          entries: ["2026-W07  web  212  (logged by ana@acme.example)", "2026-W08  web  198"]
        )
      )
    }
    func attained(_ leadType: String, _ delivered: Int, _ due: Int) -> Cell {
      .attained(
        delivered: figure("delivered", .count(delivered), of: leadType),
        ratio: figure("attainment", .ratio(Ratio(delivered, of: due)), of: leadType),
        due: figure("due", .count(due), of: leadType)
      )
    }
    func money(_ name: String, _ leadType: String?, _ cents: Int) -> Cell {
      .figure(figure(name, .money(Money(minorUnits: cents, dollars)), of: leadType))
    }
    let delivered = Table(
      "Leads delivered against leads owed",
      columns: [
        Table.Column("lead-type", "Lead type"),
        Table.Column("delivered", "Delivered", isNumeric: true),
        Table.Column("value", "Value", isNumeric: true),
        Table.Column("band", "Band"),
        Table.Column("remark", "Remark"),
      ],
      rows: [
        Table.Row([
          .text("website-form"), attained("website-form", 3_210, 3_900),
          money("value", "website-form", 41_168_250),
          .figure(figure("band", .band(.under), of: "website-form")),
          .text("sustained: two months running below the tolerance of 10 %, see the entries | and *reasons*"),
        ]),
        Table.Row([
          .text("中小企業"), attained("中小企業", 275, 240), money("value", "中小企業", -300),
          .figure(figure("band", .band(.over), of: "中小企業")), .text(missing),
        ]),
        Table.Row([
          .text("chat"), attained("chat", 7, 0), money("value", "chat", 12_825),
          .figure(figure("band", .band(nil), of: "chat")), .blank,
        ]),
        Table.Row(
          [
            .text("All"), .figure(figure("delivered", .count(3_492))), money("value", nil, 41_180_775),
            .figure(figure("band", .band(.onTarget))), .blank,
          ],
          isTotal: true
        ),
      ]
    )
    let measures = Table(
      "",
      columns: [
        Table.Column("measure", "Measure"), Table.Column("value", "Value", isNumeric: true),
      ],
      rows: [
        Table.Row([.text("value attained"), .figure(figure("attainment", .ratio(Ratio(8231, of: 10_000))))]),
        Table.Row([.text("quota"), .noted(figure("quota", .count(1_640)), "assumed")]),
        Table.Row([.text("share contacted"), .figure(figure("contacted", .share(try Share("34.5%"))))]),
        Table.Row([.text("csat"), .figure(figure("csat", .score(try Score("4.6"))))]),
        Table.Row([.text("time to close"), .figure(figure("time-to-close", .days(60)))]),
        Table.Row([.text("nothing owed"), .figure(figure("unowed", .ratio(nil)))]),
      ]
    )
    return Document(
      kind: "quarter",
      title: "Quarterly review of acme-2026, 2026-Q1",
      banners: ["Not in force: Ana Gómez (sales) has not signed version 2.", "As known on 2026-04-02."],
      facts: [
        Fact("contract", "Contract", "acme-2026, version 2"),
        Fact("digest", "Digest", String(repeating: "9f86d081", count: 8)),
        Fact("period", "Zeitraum", "2026-Q1 (January to March)"),
      ],
      sections: [
        Section(
          "delivered",
          "Delivered",
          [
            .paragraph(
              "Marketing delivered 3,492 leads worth $411,807.75, that is 82.3 % of the $500,175.00 that it owed; "
                + "18 leads of the week 2026-W05 were apportioned to February."
            ),
            .table(delivered),
            .table(measures),
          ]
        ),
        Section(
          "follow-up",
          "Follow-up <sales>",
          [
            .list([
              "# 1 of 212 leads was contacted late: `rep_7`, see [the log](https://example.com/log) and snake_case",
              "ｶﾀｶﾅ と 日本語の文章は、単語の間に空白がないので、行の幅に合わせて文字の間で折り返されなければなりません。",
            ]),
            .verbatim("lead-types:\n\tweb: 34%\n  ```chat``` 👩‍👩‍👧‍👦\n\n"),
          ]
        ),
      ],
      footer: ["leadpact 1.0, as of 2026-04-02; every figure: leadpact explain KEY"]
    )
  }

  static func calculation() -> Document {
    func row(_ name: String, _ count: Int, _ computation: String) -> Table.Row {
      let derivation = Derivation(formula: "rounded up", computation: computation, clause: "Worked backwards")
      return Table.Row([.text(name), .figure(Figure(FigureKey(name), .count(count), derivation))])
    }
    return Document(
      kind: "calculation",
      title: "Leads owed for $500,000.00",
      sections: [
        Section(
          "funnel",
          "Worked backwards",
          [
            .table(
              Table(
                "",
                columns: [
                  Table.Column("stage", "Stage"), Table.Column("count", "Needed", isNumeric: true),
                ],
                rows: [
                  row("deals", 250, "⌈$500,000.00 / $2,000.00⌉"),
                  row("opportunities", 1_087, "⌈250 / 23%⌉"),
                ]
              )
            )
          ]
        )
      ],
      figuresStandAlone: true
    )
  }
}
