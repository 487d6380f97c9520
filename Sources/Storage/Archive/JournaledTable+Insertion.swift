/// How a row that the journal recorded is put back into its table.
extension JournaledTable {
  /// Adds the row of a JSON object; a column that it does not name is NULL.
  ///
  /// What a later step of the schema added is not there in what was recorded before.
  var insertion: StaticString {
    switch self {
    case .contract:
      """
      INSERT INTO contract (
        contract_id, name, seq
      )
      SELECT
        ?1 ->> 'contract_id', ?1 ->> 'name', ?1 ->> 'seq'
      """
    case .version:
      """
      INSERT INTO version (
        version_id, contract_id, number, name, title, term_first, term_last, effective, currency,
        minor_units_per_unit, calendar, fiscal_year_starts, tolerance, tolerance_ppm, sustained_after,
        first_contact_minutes, first_contact_share, first_contact_share_ppm, business_hours, cadence_share,
        cadence_share_ppm, leads_per_rep, text, digest, note, seq, time_zone, delivery_source,
        rejection_days, rejection_is_business
      )
      SELECT
        ?1 ->> 'version_id', ?1 ->> 'contract_id', ?1 ->> 'number', ?1 ->> 'name', ?1 ->> 'title',
        ?1 ->> 'term_first', ?1 ->> 'term_last', ?1 ->> 'effective', ?1 ->> 'currency',
        ?1 ->> 'minor_units_per_unit', ?1 ->> 'calendar', ?1 ->> 'fiscal_year_starts', ?1 ->> 'tolerance',
        ?1 ->> 'tolerance_ppm', ?1 ->> 'sustained_after', ?1 ->> 'first_contact_minutes',
        ?1 ->> 'first_contact_share', ?1 ->> 'first_contact_share_ppm', ?1 ->> 'business_hours',
        ?1 ->> 'cadence_share', ?1 ->> 'cadence_share_ppm', ?1 ->> 'leads_per_rep', ?1 ->> 'text',
        ?1 ->> 'digest', ?1 ->> 'note', ?1 ->> 'seq', ?1 ->> 'time_zone', ?1 ->> 'delivery_source',
        ?1 ->> 'rejection_days', ?1 ->> 'rejection_is_business'
      """
    case .signatory:
      """
      INSERT INTO signatory (
        signatory_id, version_id, position, name, email, team, role, owes
      )
      SELECT
        ?1 ->> 'signatory_id', ?1 ->> 'version_id', ?1 ->> 'position', ?1 ->> 'name', ?1 ->> 'email',
        ?1 ->> 'team', ?1 ->> 'role', ?1 ->> 'owes'
      """
    case .stage:
      """
      INSERT INTO stage (
        stage_id, version_id, stage, meaning
      )
      SELECT
        ?1 ->> 'stage_id', ?1 ->> 'version_id', ?1 ->> 'stage', ?1 ->> 'meaning'
      """
    case .holiday:
      """
      INSERT INTO holiday (
        holiday_id, version_id, day
      )
      SELECT
        ?1 ->> 'holiday_id', ?1 ->> 'version_id', ?1 ->> 'day'
      """
    case .stream:
      """
      INSERT INTO stream (
        stream_id, version_id, position, name, title, retention, retention_ppm, margin, margin_ppm
      )
      SELECT
        ?1 ->> 'stream_id', ?1 ->> 'version_id', ?1 ->> 'position', ?1 ->> 'name', ?1 ->> 'title',
        ?1 ->> 'retention', ?1 ->> 'retention_ppm', ?1 ->> 'margin', ?1 ->> 'margin_ppm'
      """
    case .quota:
      """
      INSERT INTO quota (
        quota_id, stream_id, month, minor_units
      )
      SELECT
        ?1 ->> 'quota_id', ?1 ->> 'stream_id', ?1 ->> 'month', ?1 ->> 'minor_units'
      """
    case .leadType:
      """
      INSERT INTO lead_type (
        lead_type_id, stream_id, position, name, title, share, share_ppm
      )
      SELECT
        ?1 ->> 'lead_type_id', ?1 ->> 'stream_id', ?1 ->> 'position', ?1 ->> 'name', ?1 ->> 'title',
        ?1 ->> 'share', ?1 ->> 'share_ppm'
      """
    case .metric:
      """
      INSERT INTO metric (
        metric_id, lead_type_id, metric, from_month, figure, ppm, minor_units, days, source, source_note
      )
      SELECT
        ?1 ->> 'metric_id', ?1 ->> 'lead_type_id', ?1 ->> 'metric', ?1 ->> 'from_month', ?1 ->> 'figure',
        ?1 ->> 'ppm', ?1 ->> 'minor_units', ?1 ->> 'days', ?1 ->> 'source', ?1 ->> 'source_note'
      """
    case .cadenceStep:
      """
      INSERT INTO cadence_step (
        cadence_step_id, version_id, touches, days
      )
      SELECT
        ?1 ->> 'cadence_step_id', ?1 ->> 'version_id', ?1 ->> 'touches', ?1 ->> 'days'
      """
    case .staffing:
      """
      INSERT INTO staffing (
        staffing_id, version_id, from_month, reps
      )
      SELECT
        ?1 ->> 'staffing_id', ?1 ->> 'version_id', ?1 ->> 'from_month', ?1 ->> 'reps'
      """
    case .measure:
      """
      INSERT INTO measure (
        measure_id, version_id, position, name, title, owner, unit, target_millionths, direction
      )
      SELECT
        ?1 ->> 'measure_id', ?1 ->> 'version_id', ?1 ->> 'position', ?1 ->> 'name', ?1 ->> 'title',
        ?1 ->> 'owner', ?1 ->> 'unit', ?1 ->> 'target_millionths', ?1 ->> 'direction'
      """
    case .signature:
      """
      INSERT INTO signature (
        signature_id, version_id, email, word, reason, digest, seq
      )
      SELECT
        ?1 ->> 'signature_id', ?1 ->> 'version_id', ?1 ->> 'email', ?1 ->> 'word', ?1 ->> 'reason',
        ?1 ->> 'digest', ?1 ->> 'seq'
      """
    case .importedFile:
      """
      INSERT INTO import (
        import_id, contract_id, kind, file_name, file_digest, rows, seq
      )
      SELECT
        ?1 ->> 'import_id', ?1 ->> 'contract_id', ?1 ->> 'kind', ?1 ->> 'file_name', ?1 ->> 'file_digest',
        ?1 ->> 'rows', ?1 ->> 'seq'
      """
    case .delivery:
      """
      INSERT INTO delivery (
        delivery_id, contract_id, stream, lead_type, first_day, last_day, count, kind, reason, import_id,
        seq
      )
      SELECT
        ?1 ->> 'delivery_id', ?1 ->> 'contract_id', ?1 ->> 'stream', ?1 ->> 'lead_type',
        ?1 ->> 'first_day', ?1 ->> 'last_day', ?1 ->> 'count', ?1 ->> 'kind', ?1 ->> 'reason',
        ?1 ->> 'import_id', ?1 ->> 'seq'
      """
    case .outcome:
      """
      INSERT INTO outcome (
        outcome_id, contract_id, stream, lead_type, month, sqls, opportunities, won, revenue_minor_units,
        import_id, seq
      )
      SELECT
        ?1 ->> 'outcome_id', ?1 ->> 'contract_id', ?1 ->> 'stream', ?1 ->> 'lead_type', ?1 ->> 'month',
        ?1 ->> 'sqls', ?1 ->> 'opportunities', ?1 ->> 'won', ?1 ->> 'revenue_minor_units',
        ?1 ->> 'import_id', ?1 ->> 'seq'
      """
    case .observation:
      """
      INSERT INTO observation (
        observation_id, contract_id, subject, stream, rep, first_day, last_day, met, due, score_millionths,
        import_id, seq
      )
      SELECT
        ?1 ->> 'observation_id', ?1 ->> 'contract_id', ?1 ->> 'subject', ?1 ->> 'stream', ?1 ->> 'rep',
        ?1 ->> 'first_day', ?1 ->> 'last_day', ?1 ->> 'met', ?1 ->> 'due', ?1 ->> 'score_millionths',
        ?1 ->> 'import_id', ?1 ->> 'seq'
      """
    case .review:
      """
      INSERT INTO review (
        review_id, contract_id, quarter_first_month, reason, seq
      )
      SELECT
        ?1 ->> 'review_id', ?1 ->> 'contract_id', ?1 ->> 'quarter_first_month', ?1 ->> 'reason',
        ?1 ->> 'seq'
      """
    case .crmValue:
      """
      INSERT INTO crm_value (
        crm_value_id, stream_id, lead_type_id, value
      )
      SELECT
        ?1 ->> 'crm_value_id', ?1 ->> 'stream_id', ?1 ->> 'lead_type_id', ?1 ->> 'value'
      """
    case .leadCondition:
      """
      INSERT INTO lead_condition (
        lead_condition_id, lead_type_id, position, condition
      )
      SELECT
        ?1 ->> 'lead_condition_id', ?1 ->> 'lead_type_id', ?1 ->> 'position', ?1 ->> 'condition'
      """
    case .lead:
      """
      INSERT INTO lead (
        lead_id, contract_id, external_id, part, stream, lead_type, delivered_at, rep, contacted_at,
        sales_qualified_at, opportunity_at, won_at, lost_at, disqualified_at, reason, stage, ending,
        amount_minor_units, currency, modified_at, attributes, told, line, import_id, seq
      )
      SELECT
        ?1 ->> 'lead_id', ?1 ->> 'contract_id', ?1 ->> 'external_id', ?1 ->> 'part', ?1 ->> 'stream',
        ?1 ->> 'lead_type', ?1 ->> 'delivered_at', ?1 ->> 'rep', ?1 ->> 'contacted_at',
        ?1 ->> 'sales_qualified_at', ?1 ->> 'opportunity_at', ?1 ->> 'won_at', ?1 ->> 'lost_at',
        ?1 ->> 'disqualified_at', ?1 ->> 'reason', ?1 ->> 'stage', ?1 ->> 'ending',
        ?1 ->> 'amount_minor_units', ?1 ->> 'currency', ?1 ->> 'modified_at', ?1 ->> 'attributes',
        ?1 ->> 'told', ?1 ->> 'line', ?1 ->> 'import_id', ?1 ->> 'seq'
      """
    case .touch:
      """
      INSERT INTO touch (
        touch_id, contract_id, external_id, lead, touched_at, kind, rep, is_automatic, line, import_id, seq
      )
      SELECT
        ?1 ->> 'touch_id', ?1 ->> 'contract_id', ?1 ->> 'external_id', ?1 ->> 'lead', ?1 ->> 'touched_at',
        ?1 ->> 'kind', ?1 ->> 'rep', ?1 ->> 'is_automatic', ?1 ->> 'line', ?1 ->> 'import_id', ?1 ->> 'seq'
      """
    case .dispute:
      """
      INSERT INTO dispute (
        dispute_id, contract_id, lead, word, reason, seq
      )
      SELECT
        ?1 ->> 'dispute_id', ?1 ->> 'contract_id', ?1 ->> 'lead', ?1 ->> 'word', ?1 ->> 'reason',
        ?1 ->> 'seq'
      """
    case .withdrawal:
      """
      INSERT INTO withdrawal (
        withdrawal_id, import_id, reason, seq
      )
      SELECT
        ?1 ->> 'withdrawal_id', ?1 ->> 'import_id', ?1 ->> 'reason', ?1 ->> 'seq'
      """
    case .columnMapping:
      """
      INSERT INTO column_mapping (
        column_mapping_id, contract_id, name, kind, text, seq
      )
      SELECT
        ?1 ->> 'column_mapping_id', ?1 ->> 'contract_id', ?1 ->> 'name', ?1 ->> 'kind', ?1 ->> 'text',
        ?1 ->> 'seq'
      """
    case .versionSource:
      """
      INSERT INTO version_source (
        version_source_id, version_id, text
      )
      SELECT
        ?1 ->> 'version_source_id', ?1 ->> 'version_id', ?1 ->> 'text'
      """
    }
  }
}
