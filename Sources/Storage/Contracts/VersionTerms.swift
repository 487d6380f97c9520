import Agreement

/// What stands beneath the versions of a span, by the row of the version.
struct VersionTerms {
  let span: VersionSpan
  let holidays: [Int: [Day]]
  let streams: [Int: [Agreement.Stream]]
  let measures: [Int: [Measure]]
  let signatories: [Int: [Signatory]]
  private let meanings: [Int: [(stage: Stage, meaning: String)]]
  private let cadenceSteps: [Int: [Cadence.Step]]
  private let staffing: [Int: [Capacity.Staffing]]

  init(of span: VersionSpan, on connection: Connection) throws(StorageError) {
    let commitments = CommitmentStore(connection: connection)
    self.span = span
    self.holidays = try Self.holidays(of: span, on: connection)
    self.streams = try StreamStore(connection: connection).streams(of: span)
    self.measures = try commitments.measures(of: span)
    self.signatories = try SignatoryStore(connection: connection).signatories(of: span)
    self.meanings = try Self.meanings(of: span, on: connection)
    self.cadenceSteps = try commitments.cadenceSteps(of: span)
    self.staffing = try commitments.staffing(of: span)
  }

  /// What the stages mean in the version of that row.
  func stages(of version: Int) -> [Stage: String] {
    Dictionary((meanings[version] ?? []).map { ($0.stage, $0.meaning) }) { _, last in last }
  }

  /// The cadence of the version of that row.
  func cadence(of version: Int, share: Share) throws(StorageError) -> Cadence {
    let steps = cadenceSteps[version] ?? []
    guard Cadence.isRising(steps) else {
      throw .unexpectedValue(
        table: "cadence_step",
        column: "days",
        found: "not rising with the touches in version row \(version)"
      )
    }
    return Cadence(steps: steps, share: share)
  }

  /// The capacity of `leadsPerRep` leads for each rep in the version of that row; nil where none is agreed.
  func capacity(of version: Int, leadsPerRep: Int?) throws(StorageError) -> Capacity? {
    let staffing = staffing[version] ?? []
    let isDistinct = Set(staffing.map(\.from)).count == staffing.count
    guard staffing.isEmpty == (leadsPerRep == nil), isDistinct else {
      throw .unexpectedValue(
        table: "staffing",
        column: "from_month",
        found: "at odds with the capacity in version row \(version)"
      )
    }
    return leadsPerRep.map { Capacity(leadsPerRep: $0, staffing: staffing) }
  }

  private static func holidays(
    of span: VersionSpan,
    on connection: Connection
  ) throws(StorageError) -> [Int: [Day]] {
    try connection.groups(
      """
      SELECT version_id, day
      FROM holiday
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, day
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in try row.text(1, as: Day.self) }
  }

  private static func meanings(
    of span: VersionSpan,
    on connection: Connection
  ) throws(StorageError) -> [Int: [(stage: Stage, meaning: String)]] {
    try connection.groups(
      """
      SELECT version_id, stage, meaning
      FROM stage
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in (stage: try row.text(1, as: Stage.init(rawValue:)), meaning: try row.text(2)) }
  }
}
