/// One step of the schema: a file of this folder, embedded in the binary.
public struct Migration: Sendable {
  /// The schema version that this step leads to, counted from 1.
  public let version: Int
  /// The file's name without its ending, such as `V1__contracts`.
  public let name: String
  /// The file's text.
  public let sql: String

  /// Makes a step of its own, for a schema other than the one in this folder.
  public init(version: Int, name: String, sql: String) {
    self.version = version
    self.name = name
    self.sql = sql
  }

  /// Every step, in the order in which they are applied.
  public static let all: [Migration] = [
    Migration(version: 1, name: "V1__contracts", sql: text(PackageResources.V1__contracts_sql)),
    Migration(version: 2, name: "V2__records", sql: text(PackageResources.V2__records_sql)),
    Migration(version: 3, name: "V3__report_views", sql: text(PackageResources.V3__report_views_sql)),
    Migration(version: 4, name: "V4__lead_terms", sql: text(PackageResources.V4__lead_terms_sql)),
    Migration(version: 5, name: "V5__leads", sql: text(PackageResources.V5__leads_sql)),
    Migration(version: 6, name: "V6__version_sources", sql: text(PackageResources.V6__version_sources_sql)),
    Migration(version: 7, name: "V7__figures", sql: text(PackageResources.V7__figures_sql)),
    Migration(version: 8, name: "V8__signature_keys", sql: text(PackageResources.V8__signature_keys_sql)),
    Migration(version: 9, name: "V9__lead_months", sql: text(PackageResources.V9__lead_months_sql)),
    Migration(version: 10, name: "V10__open_leads", sql: text(PackageResources.V10__open_leads_sql)),
    Migration(version: 11, name: "V11__lighter_leads", sql: text(PackageResources.V11__lighter_leads_sql)),
  ]

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
