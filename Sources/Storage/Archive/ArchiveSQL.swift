import Agreement

extension ArchiveTable {
  /// Reads the rows up to an entry of the journal, of one contract where one is named, in the order of `columns`.
  ///
  /// The rows of the journal stand in parts, which `forEachRow` takes to pieces.
  var sql: StaticString {
    switch self {
    case .versions:
      """
      SELECT contract.name, version.number, title, effective, term_first, term_last, currency, calendar,
        fiscal_year_starts, tolerance, digest, note, text, recorded_at, recorded_by, version.seq
      FROM version
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = version.seq
      WHERE version.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY version_id
      """
    case .signatories:
      """
      SELECT contract.name, version.number, signatory.name, email, team, role, owes
      FROM signatory
      JOIN version USING (version_id)
      JOIN contract USING (contract_id)
      WHERE version.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY signatory_id
      """
    case .signatures:
      """
      SELECT signature_id, contract.name, version.number, email, word, reason, signature.digest, recorded_at,
        recorded_by, signature.seq
      FROM signature
      JOIN version USING (version_id)
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = signature.seq
      WHERE signature.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY signature_id
      """
    case .quotas:
      """
      SELECT contract.name, version.number, stream.name, month, minor_units, currency, retention
      FROM quota
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      JOIN contract USING (contract_id)
      WHERE version.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY quota_id
      """
    case .metrics:
      """
      SELECT contract.name, version.number, stream.name, lead_type.name, share, metric,
        ifnull(from_month, term_first), figure, source, source_note
      FROM metric
      JOIN lead_type USING (lead_type_id)
      JOIN stream USING (stream_id)
      JOIN version USING (version_id)
      JOIN contract USING (contract_id)
      WHERE version.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY metric_id
      """
    case .deliveries:
      """
      SELECT delivery_id, contract.name, stream, lead_type, first_day || '..' || last_day, count, kind, reason,
        import_id, recorded_at, recorded_by, delivery.seq
      FROM delivery
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = delivery.seq
      WHERE delivery.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY delivery_id
      """
    case .outcomes:
      """
      SELECT outcome_id, contract.name, stream, lead_type, month, sqls, opportunities, won, revenue_minor_units,
        first.currency, import_id, recorded_at, recorded_by, outcome.seq
      FROM outcome
      JOIN contract USING (contract_id)
      JOIN version AS first ON first.contract_id = outcome.contract_id AND first.number = 1
      JOIN journal ON journal.seq = outcome.seq
      WHERE outcome.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY outcome_id
      """
    case .followUps:
      """
      SELECT observation_id, contract.name, first_day || '..' || last_day, stream, rep, observation.subject, met,
        due, score_millionths, recorded_at, recorded_by, observation.seq
      FROM observation
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = observation.seq
      WHERE observation.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY observation_id
      """
    case .reviews:
      """
      SELECT review_id, contract.name, quarter_first_month, reason, recorded_at, recorded_by, review.seq
      FROM review
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = review.seq
      WHERE review.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY review_id
      """
    case .leads:
      """
      SELECT contract.name, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending,
        amount_minor_units, currency, modified_at, attributes, import_id, line, recorded_at, recorded_by, lead.seq
      FROM lead
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = lead.seq
      WHERE lead.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY lead_id
      """
    case .touches:
      """
      SELECT contract.name, external_id, lead, touched_at, kind, rep, is_automatic, import_id, line, recorded_at,
        recorded_by, touch.seq
      FROM touch
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = touch.seq
      WHERE touch.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY touch_id
      """
    case .disputes:
      """
      SELECT dispute_id, contract.name, lead, word, reason, recorded_at, recorded_by, dispute.seq
      FROM dispute
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = dispute.seq
      WHERE dispute.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY dispute_id
      """
    case .imports:
      """
      SELECT import.import_id, contract.name, kind, file_name, file_digest, import.rows, journal.recorded_at,
        journal.recorded_by, import.seq, undone.recorded_at, undone.recorded_by, withdrawal.reason
      FROM import
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = import.seq
      LEFT JOIN withdrawal ON withdrawal.import_id = import.import_id AND withdrawal.seq <= ?1
      LEFT JOIN journal AS undone ON undone.seq = withdrawal.seq
      WHERE import.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY import.import_id
      """
    case .mappings:
      """
      SELECT column_mapping_id, contract.name, column_mapping.name, kind, text, recorded_at, recorded_by,
        column_mapping.seq
      FROM column_mapping
      JOIN contract USING (contract_id)
      JOIN journal ON journal.seq = column_mapping.seq
      WHERE column_mapping.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY column_mapping_id
      """
    case .journal:
      """
      SELECT journal.seq, recorded_at, recorded_by, action, journal.subject, journal.contract_id, contract.name,
        journal.rows, content_hash, previous_hash, hash
      FROM journal
      LEFT JOIN contract USING (contract_id)
      WHERE journal.seq <= ?1 AND (?2 IS NULL OR contract.name = ?2)
      ORDER BY journal.seq
      """
    case .journalRows: preconditionFailure("the journal's rows stand in parts")
    }
  }
}
