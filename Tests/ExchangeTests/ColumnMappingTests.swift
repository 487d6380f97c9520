import Agreement
import Exchange
import Testing

@Suite struct ColumnMappingTests {
  @Test(arguments: [
    ("external-id=mql_id,delivered=first_contact_date", "external-id=mql_id,delivered=first_contact_date"),
    (" External-ID = mql id , lead-type=Quelle=Art", "external-id=mql id,lead-type=Quelle=Art"),
    ("rep=\"Owner, sales\",won=\"the \"\"big\"\" day\"", "rep=\"Owner, sales\",won=\"the \"\"big\"\" day\""),
    ("count=\" n \"", "count=\" n \""),
  ])
  func `reads a mapping, and writes it so that it can be read again`(text: String, written: String) throws {
    #expect(try ColumnMapping(text).description == written)
    #expect(try ColumnMapping(written) == ColumnMapping(text))
  }

  @Test(arguments: [
    ("", "'' is not FIELD=COLUMN, such as external-id=mql_id"),
    ("won", "'won' is not FIELD=COLUMN, such as external-id=mql_id"),
    ("won=", "'won=' is not FIELD=COLUMN, such as external-id=mql_id"),
    ("won=a,won=b", "'won=a,won=b' is not a mapping: it names 'won' twice"),
    ("delivred=a", "'delivred' is not a field; did you mean delivered?"),
    ("rep=\"a", "'rep=\"a' is not a mapping: a double quote is never closed"),
  ])
  func `refuses what is no mapping`(text: String, words: String) {
    let error = #expect(throws: Unreadable.self) { try ColumnMapping(text) }
    #expect(error?.description == words)
  }
}
