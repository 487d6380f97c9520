import Agreement
import Testing

@testable import Reporting

@Suite struct QuantityFormatTests {
  @Test func `tells people and machines the same`() throws {
    func expect(
      _ quantity: Quantity,
      _ people: String,
      _ beside: String,
      _ machine: JSONValue,
      _ unit: String
    ) {
      #expect(QuantityFormat.people(quantity) == people)
      #expect(QuantityFormat.beside(quantity) == beside)
      #expect(QuantityFormat.machine(quantity) == machine)
      #expect(QuantityFormat.unit(quantity) == unit)
    }
    let reference = Money(minorUnits: 12_825, try Currency("USD"))
    let yen = Money(minorUnits: 1_200_000, try Currency("JPY"))
    expect(.count(3_900), "3,900", "3,900", .integer(3_900), "count")
    expect(.days(60), "60", "60", .integer(60), "days")
    expect(.money(reference), "$128.25", "$128.25", .string("128.25"), "USD")
    expect(.money(yen), "¥1,200,000", "¥1,200,000", .string("1200000"), "JPY")
    expect(.share(try Share("1/3")), "1/3", "1/3", .string("0.333333"), "share")
    expect(.ratio(Ratio(3_210, of: 3_900)), "82.3 %", "82 %", .string("0.8231"), "ratio")
    expect(.ratio(nil), "—", "—", .null, "ratio")
    expect(.score(try Score("4.60")), "4.6", "4.6", .string("4.6"), "score")
    expect(.band(.onTarget), "on target", "on target", .string("on target"), "band")
    expect(.band(nil), "—", "—", .null, "band")
  }
}
