import Agreement

/// The revenue streams of a version with their quotas and lead types.
struct StreamStore {
  let connection: Connection

  func insert(_ streams: [Agreement.Stream], of version: Int) throws(StorageError) {
    for (index, stream) in streams.enumerated() {
      try connection.run(
        """
        INSERT INTO stream (version_id, position, name, title, retention, retention_ppm, margin, margin_ppm)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version,
        index + 1,
        stream.name,
        stream.title,
        stream.retention.description,
        stream.retention.partsPerMillion,
        stream.margin?.description,
        stream.margin?.partsPerMillion
      )
      let id = connection.lastInsertedRowID
      try insert(stream.quotas, of: id)
      try LeadTermStore(connection: connection).insert(stream.crmValues, of: id)
      try insert(stream.leadTypes, of: id)
    }
  }

  private func insert(_ quotas: Quotas, of stream: Int) throws(StorageError) {
    for (index, amount) in quotas.amounts.enumerated() {
      try connection.run(
        """
        INSERT INTO quota (stream_id, month, minor_units)
        VALUES (?, ?, ?)
        """,
        stream,
        quotas.first.advanced(by: index),
        amount.minorUnits
      )
    }
  }

  private func insert(_ leadTypes: [LeadType], of stream: Int) throws(StorageError) {
    for (index, type) in leadTypes.enumerated() {
      try connection.run(
        """
        INSERT INTO lead_type (stream_id, position, name, title, share, share_ppm)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        stream,
        index + 1,
        type.name,
        type.title,
        type.share.description,
        type.share.partsPerMillion
      )
      let id = connection.lastInsertedRowID
      let terms = LeadTermStore(connection: connection)
      try terms.insert(type.crmValues, of: stream, leadType: id)
      try terms.insert(type.qualifies, ofLeadType: id)
      try MetricStore(connection: connection).insert(type.funnel, of: id)
    }
  }

  /// The streams, by the row of the version.
  func streams(of span: VersionSpan) throws(StorageError) -> [Int: [Agreement.Stream]] {
    let quotas = try quotas(of: span)
    let values = try LeadTermStore(connection: connection).crmValues(of: span)
    let leadTypes = try leadTypes(of: span, values.ofLeadTypes)
    return try connection.groups(
      """
      SELECT version_id, stream_id, stream.name, stream.title, retention, retention_ppm, margin, margin_ppm
      FROM stream
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY version_id, position
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      let id = try row.int(1)
      return Agreement.Stream(
        name: try row.text(2, as: Name.self),
        title: try row.text(3),
        quotas: try Self.quotas(quotas[id] ?? [], of: id),
        retention: try row.share(4),
        margin: try row.optionalShare(6),
        leadTypes: leadTypes[id] ?? [],
        crmValues: values.ofStreams[id] ?? []
      )
    }
  }

  private typealias MonthlyQuota = (month: Month, amount: Money)

  /// The quota of each month, by the row of the stream.
  private func quotas(of span: VersionSpan) throws(StorageError) -> [Int: [MonthlyQuota]] {
    try connection.groups(
      """
      SELECT stream_id, month, minor_units, version_id
      FROM quota
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY stream_id, month
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      let currency = try span.basis(row, 3).currency
      return (
        month: try row.text(1, as: Month.self),
        amount: try row.int(2) { $0 >= 0 ? Money(minorUnits: $0, currency) : nil }
      )
    }
  }

  private static func quotas(_ rows: [MonthlyQuota], of stream: Int) throws(StorageError) -> Quotas {
    guard let first = rows.first?.month,
      rows.indices.allSatisfy({ rows[$0].month == first.advanced(by: $0) })
    else {
      throw .unexpectedValue(
        table: "quota",
        column: "month",
        found: "not a row of months for stream \(stream)"
      )
    }
    return Quotas(first: first, amounts: rows.map(\.amount))
  }

  /// The lead types, by the row of the stream.
  private func leadTypes(
    of span: VersionSpan,
    _ crmValues: [Int: [String]]
  ) throws(StorageError) -> [Int: [LeadType]] {
    let metrics = MetricStore(connection: connection)
    let conditions = try LeadTermStore(connection: connection).conditions(of: span)
    let steps = try metrics.steps(of: span)
    return try connection.groups(
      """
      SELECT stream_id, lead_type_id, lead_type.name, lead_type.title, share, share_ppm
      FROM lead_type
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      WHERE contract_id = ? AND version_id BETWEEN ? AND ?
      ORDER BY stream_id, lead_type.position
      """,
      span.contract,
      span.rowIDs.lowerBound,
      span.rowIDs.upperBound
    ) { row in
      let id = try row.int(1)
      return LeadType(
        name: try row.text(2, as: Name.self),
        title: try row.text(3),
        share: try row.share(4),
        funnel: try metrics.funnel(of: steps[id] ?? [], leadType: id),
        crmValues: crmValues[id] ?? [],
        qualifies: conditions[id] ?? []
      )
    }
  }
}
