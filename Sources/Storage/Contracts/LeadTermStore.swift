import Agreement

/// What a version says of leads themselves, beneath its streams: what other systems call them, and what they must be.
struct LeadTermStore {
  let connection: Connection

  /// What other systems call the streams and lead types of some versions.
  struct CRMValues {
    /// By the row of the stream.
    let ofStreams: [Int: [String]]
    /// By the row of the lead type.
    let ofLeadTypes: [Int: [String]]
  }

  func insert(_ values: [String], of stream: Int, leadType: Int? = nil) throws(StorageError) {
    for value in values {
      try connection.run(
        """
        INSERT INTO crm_value (stream_id, lead_type_id, value)
        VALUES (?, ?, ?)
        """,
        stream,
        leadType,
        value
      )
    }
  }

  func insert(_ conditions: [LeadCondition], ofLeadType leadType: Int) throws(StorageError) {
    for (index, condition) in conditions.enumerated() {
      try connection.run(
        """
        INSERT INTO lead_condition (lead_type_id, position, condition)
        VALUES (?, ?, ?)
        """,
        leadType,
        index + 1,
        condition.description
      )
    }
  }

  func crmValues(of span: VersionSpan) throws(StorageError) -> CRMValues {
    let ofStreams = try connection.groups(
      """
      SELECT stream_id, value
      FROM crm_value
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ? AND lead_type_id IS NULL
      ORDER BY stream_id, crm_value_id
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in try row.text(1) }
    let ofLeadTypes = try connection.groups(
      """
      SELECT lead_type_id, value
      FROM crm_value
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ? AND lead_type_id IS NOT NULL
      ORDER BY lead_type_id, crm_value_id
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in try row.text(1) }
    return CRMValues(ofStreams: ofStreams, ofLeadTypes: ofLeadTypes)
  }

  /// What leads must be to count, by the row of the lead type.
  func conditions(of span: VersionSpan) throws(StorageError) -> [Int: [LeadCondition]] {
    try connection.groups(
      """
      SELECT lead_type_id, condition
      FROM lead_condition
      JOIN lead_type USING (lead_type_id)
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY lead_type_id, lead_condition.position
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in try row.text(1, as: LeadCondition.init(_:)) }
  }
}
