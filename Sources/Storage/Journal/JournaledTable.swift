/// A table whose rows the journal keeps: each but the journal itself, the list of schema steps, and the tables
/// of `DerivedTable`.
///
/// A test compares it with the schema, so that no table and no column can be forgotten.
enum JournaledTable: String, CaseIterable {
  case contract
  case version
  case signatory
  case stage
  case holiday
  case stream
  case quota
  case leadType = "lead_type"
  case metric
  case cadenceStep = "cadence_step"
  case staffing
  case measure
  case signature
  case importedFile = "import"
  case delivery
  case outcome
  case observation
  case review
  case crmValue = "crm_value"
  case leadCondition = "lead_condition"
  case lead
  case touch
  case dispute
  case columnMapping = "column_mapping"
  case withdrawal
  case versionSource = "version_source"
  case keyClause = "key_clause"
  case signatureKey = "signature_key"

  /// Reads the rows of a span of identifiers: each one's identifier, and all of it as a JSON object.
  var rows: StaticString {
    switch self {
    case .contract:
      """
      SELECT contract_id, json_object(
        'contract_id', contract_id, 'name', name, 'seq', seq
      )
      FROM contract
      WHERE contract_id BETWEEN ? AND ?
      ORDER BY contract_id
      """
    case .version:
      """
      SELECT version_id, json_object(
        'version_id', version_id, 'contract_id', contract_id, 'number', number, 'name', name,
        'title', title, 'term_first', term_first, 'term_last', term_last, 'effective', effective,
        'currency', currency, 'minor_units_per_unit', minor_units_per_unit, 'calendar', calendar,
        'fiscal_year_starts', fiscal_year_starts, 'tolerance', tolerance,
        'tolerance_ppm', tolerance_ppm, 'sustained_after', sustained_after,
        'first_contact_minutes', first_contact_minutes, 'first_contact_share', first_contact_share,
        'first_contact_share_ppm', first_contact_share_ppm, 'business_hours', business_hours,
        'cadence_share', cadence_share, 'cadence_share_ppm', cadence_share_ppm,
        'leads_per_rep', leads_per_rep, 'text', text, 'digest', digest, 'note', note,
        'seq', seq, 'time_zone', time_zone, 'delivery_source', delivery_source,
        'rejection_days', rejection_days, 'rejection_is_business', rejection_is_business
      )
      FROM version
      WHERE version_id BETWEEN ? AND ?
      ORDER BY version_id
      """
    case .signatory:
      """
      SELECT signatory_id, json_object(
        'signatory_id', signatory_id, 'version_id', version_id, 'position', position, 'name', name,
        'email', email, 'team', team, 'role', role, 'owes', owes
      )
      FROM signatory
      WHERE signatory_id BETWEEN ? AND ?
      ORDER BY signatory_id
      """
    case .stage:
      """
      SELECT stage_id, json_object(
        'stage_id', stage_id, 'version_id', version_id, 'stage', stage, 'meaning', meaning
      )
      FROM stage
      WHERE stage_id BETWEEN ? AND ?
      ORDER BY stage_id
      """
    case .holiday:
      """
      SELECT holiday_id, json_object(
        'holiday_id', holiday_id, 'version_id', version_id, 'day', day
      )
      FROM holiday
      WHERE holiday_id BETWEEN ? AND ?
      ORDER BY holiday_id
      """
    case .stream:
      """
      SELECT stream_id, json_object(
        'stream_id', stream_id, 'version_id', version_id, 'position', position, 'name', name,
        'title', title, 'retention', retention, 'retention_ppm', retention_ppm, 'margin', margin,
        'margin_ppm', margin_ppm
      )
      FROM stream
      WHERE stream_id BETWEEN ? AND ?
      ORDER BY stream_id
      """
    case .quota:
      """
      SELECT quota_id, json_object(
        'quota_id', quota_id, 'stream_id', stream_id, 'month', month, 'minor_units', minor_units
      )
      FROM quota
      WHERE quota_id BETWEEN ? AND ?
      ORDER BY quota_id
      """
    case .leadType:
      """
      SELECT lead_type_id, json_object(
        'lead_type_id', lead_type_id, 'stream_id', stream_id, 'position', position, 'name', name,
        'title', title, 'share', share, 'share_ppm', share_ppm
      )
      FROM lead_type
      WHERE lead_type_id BETWEEN ? AND ?
      ORDER BY lead_type_id
      """
    case .metric:
      """
      SELECT metric_id, json_object(
        'metric_id', metric_id, 'lead_type_id', lead_type_id, 'metric', metric,
        'from_month', from_month, 'figure', figure, 'ppm', ppm, 'minor_units', minor_units,
        'days', days, 'source', source, 'source_note', source_note
      )
      FROM metric
      WHERE metric_id BETWEEN ? AND ?
      ORDER BY metric_id
      """
    case .cadenceStep:
      """
      SELECT cadence_step_id, json_object(
        'cadence_step_id', cadence_step_id, 'version_id', version_id, 'touches', touches,
        'days', days
      )
      FROM cadence_step
      WHERE cadence_step_id BETWEEN ? AND ?
      ORDER BY cadence_step_id
      """
    case .staffing:
      """
      SELECT staffing_id, json_object(
        'staffing_id', staffing_id, 'version_id', version_id, 'from_month', from_month, 'reps', reps
      )
      FROM staffing
      WHERE staffing_id BETWEEN ? AND ?
      ORDER BY staffing_id
      """
    case .measure:
      """
      SELECT measure_id, json_object(
        'measure_id', measure_id, 'version_id', version_id, 'position', position, 'name', name,
        'title', title, 'owner', owner, 'unit', unit, 'target_millionths', target_millionths,
        'direction', direction
      )
      FROM measure
      WHERE measure_id BETWEEN ? AND ?
      ORDER BY measure_id
      """
    case .signature:
      """
      SELECT signature_id, json_object(
        'signature_id', signature_id, 'version_id', version_id, 'email', email, 'word', word,
        'reason', reason, 'digest', digest, 'seq', seq
      )
      FROM signature
      WHERE signature_id BETWEEN ? AND ?
      ORDER BY signature_id
      """
    case .importedFile:
      """
      SELECT import_id, json_object(
        'import_id', import_id, 'contract_id', contract_id, 'kind', kind, 'file_name', file_name,
        'file_digest', file_digest, 'rows', rows, 'seq', seq
      )
      FROM import
      WHERE import_id BETWEEN ? AND ?
      ORDER BY import_id
      """
    case .delivery:
      """
      SELECT delivery_id, json_object(
        'delivery_id', delivery_id, 'contract_id', contract_id, 'stream', stream,
        'lead_type', lead_type, 'first_day', first_day, 'last_day', last_day, 'count', count,
        'kind', kind, 'reason', reason, 'import_id', import_id, 'seq', seq
      )
      FROM delivery
      WHERE delivery_id BETWEEN ? AND ?
      ORDER BY delivery_id
      """
    case .outcome:
      """
      SELECT outcome_id, json_object(
        'outcome_id', outcome_id, 'contract_id', contract_id, 'stream', stream,
        'lead_type', lead_type, 'month', month, 'sqls', sqls, 'opportunities', opportunities,
        'won', won, 'revenue_minor_units', revenue_minor_units, 'import_id', import_id, 'seq', seq
      )
      FROM outcome
      WHERE outcome_id BETWEEN ? AND ?
      ORDER BY outcome_id
      """
    case .observation:
      """
      SELECT observation_id, json_object(
        'observation_id', observation_id, 'contract_id', contract_id, 'subject', subject,
        'stream', stream, 'rep', rep, 'first_day', first_day, 'last_day', last_day, 'met', met,
        'due', due, 'score_millionths', score_millionths, 'import_id', import_id, 'seq', seq
      )
      FROM observation
      WHERE observation_id BETWEEN ? AND ?
      ORDER BY observation_id
      """
    case .review:
      """
      SELECT review_id, json_object(
        'review_id', review_id, 'contract_id', contract_id,
        'quarter_first_month', quarter_first_month, 'reason', reason, 'seq', seq
      )
      FROM review
      WHERE review_id BETWEEN ? AND ?
      ORDER BY review_id
      """
    case .crmValue:
      """
      SELECT crm_value_id, json_object(
        'crm_value_id', crm_value_id, 'stream_id', stream_id, 'lead_type_id', lead_type_id,
        'value', value
      )
      FROM crm_value
      WHERE crm_value_id BETWEEN ? AND ?
      ORDER BY crm_value_id
      """
    case .leadCondition:
      """
      SELECT lead_condition_id, json_object(
        'lead_condition_id', lead_condition_id, 'lead_type_id', lead_type_id,
        'position', position, 'condition', condition
      )
      FROM lead_condition
      WHERE lead_condition_id BETWEEN ? AND ?
      ORDER BY lead_condition_id
      """
    case .lead:
      """
      SELECT lead_id, json_object(
        'lead_id', lead_id, 'contract_id', contract_id, 'external_id', external_id, 'part', part,
        'stream', stream, 'lead_type', lead_type, 'delivered_at', delivered_at, 'rep', rep,
        'contacted_at', contacted_at, 'sales_qualified_at', sales_qualified_at,
        'opportunity_at', opportunity_at, 'won_at', won_at, 'lost_at', lost_at,
        'disqualified_at', disqualified_at, 'reason', reason, 'stage', stage, 'ending', ending,
        'amount_minor_units', amount_minor_units, 'currency', currency, 'modified_at', modified_at,
        'attributes', attributes, 'told', told, 'line', line, 'import_id', import_id, 'seq', seq
      )
      FROM lead
      WHERE lead_id BETWEEN ? AND ?
      ORDER BY lead_id
      """
    case .touch:
      """
      SELECT touch_id, json_object(
        'touch_id', touch_id, 'contract_id', contract_id, 'external_id', external_id, 'lead', lead,
        'touched_at', touched_at, 'kind', kind, 'rep', rep, 'is_automatic', is_automatic,
        'line', line, 'import_id', import_id, 'seq', seq
      )
      FROM touch
      WHERE touch_id BETWEEN ? AND ?
      ORDER BY touch_id
      """
    case .dispute:
      """
      SELECT dispute_id, json_object(
        'dispute_id', dispute_id, 'contract_id', contract_id, 'lead', lead, 'word', word,
        'reason', reason, 'seq', seq
      )
      FROM dispute
      WHERE dispute_id BETWEEN ? AND ?
      ORDER BY dispute_id
      """
    case .withdrawal:
      """
      SELECT withdrawal_id, json_object(
        'withdrawal_id', withdrawal_id, 'import_id', import_id, 'reason', reason, 'seq', seq
      )
      FROM withdrawal
      WHERE withdrawal_id BETWEEN ? AND ?
      ORDER BY withdrawal_id
      """
    case .columnMapping:
      """
      SELECT column_mapping_id, json_object(
        'column_mapping_id', column_mapping_id, 'contract_id', contract_id, 'name', name,
        'kind', kind, 'text', text, 'seq', seq
      )
      FROM column_mapping
      WHERE column_mapping_id BETWEEN ? AND ?
      ORDER BY column_mapping_id
      """
    case .versionSource:
      """
      SELECT version_source_id, json_object(
        'version_source_id', version_source_id, 'version_id', version_id, 'text', text
      )
      FROM version_source
      WHERE version_source_id BETWEEN ? AND ?
      ORDER BY version_source_id
      """
    case .keyClause:
      """
      SELECT key_clause_id, json_object(
        'key_clause_id', key_clause_id, 'signatory_id', signatory_id, 'signing_key', signing_key
      )
      FROM key_clause
      WHERE key_clause_id BETWEEN ? AND ?
      ORDER BY key_clause_id
      """
    case .signatureKey:
      """
      SELECT signature_key_id, json_object(
        'signature_key_id', signature_key_id, 'signature_id', signature_id,
        'public_key', public_key, 'fingerprint', fingerprint, 'armoured', armoured
      )
      FROM signature_key
      WHERE signature_key_id BETWEEN ? AND ?
      ORDER BY signature_key_id
      """
    }
  }

  /// Reads the identifiers of all rows.
  var identifiers: StaticString {
    switch self {
    case .contract: "SELECT contract_id FROM contract ORDER BY contract_id"
    case .version: "SELECT version_id FROM version ORDER BY version_id"
    case .signatory: "SELECT signatory_id FROM signatory ORDER BY signatory_id"
    case .stage: "SELECT stage_id FROM stage ORDER BY stage_id"
    case .holiday: "SELECT holiday_id FROM holiday ORDER BY holiday_id"
    case .stream: "SELECT stream_id FROM stream ORDER BY stream_id"
    case .quota: "SELECT quota_id FROM quota ORDER BY quota_id"
    case .leadType: "SELECT lead_type_id FROM lead_type ORDER BY lead_type_id"
    case .metric: "SELECT metric_id FROM metric ORDER BY metric_id"
    case .cadenceStep: "SELECT cadence_step_id FROM cadence_step ORDER BY cadence_step_id"
    case .staffing: "SELECT staffing_id FROM staffing ORDER BY staffing_id"
    case .measure: "SELECT measure_id FROM measure ORDER BY measure_id"
    case .signature: "SELECT signature_id FROM signature ORDER BY signature_id"
    case .importedFile: "SELECT import_id FROM import ORDER BY import_id"
    case .delivery: "SELECT delivery_id FROM delivery ORDER BY delivery_id"
    case .outcome: "SELECT outcome_id FROM outcome ORDER BY outcome_id"
    case .observation: "SELECT observation_id FROM observation ORDER BY observation_id"
    case .review: "SELECT review_id FROM review ORDER BY review_id"
    case .crmValue: "SELECT crm_value_id FROM crm_value ORDER BY crm_value_id"
    case .leadCondition: "SELECT lead_condition_id FROM lead_condition ORDER BY lead_condition_id"
    case .lead: "SELECT lead_id FROM lead ORDER BY lead_id"
    case .touch: "SELECT touch_id FROM touch ORDER BY touch_id"
    case .dispute: "SELECT dispute_id FROM dispute ORDER BY dispute_id"
    case .columnMapping: "SELECT column_mapping_id FROM column_mapping ORDER BY column_mapping_id"
    case .withdrawal: "SELECT withdrawal_id FROM withdrawal ORDER BY withdrawal_id"
    case .versionSource: "SELECT version_source_id FROM version_source ORDER BY version_source_id"
    case .keyClause: "SELECT key_clause_id FROM key_clause ORDER BY key_clause_id"
    case .signatureKey: "SELECT signature_key_id FROM signature_key ORDER BY signature_key_id"
    }
  }
}

/// The tables that the journal passes over: what they hold is computed from journaled ones.
///
/// Their rows may be changed and deleted; `verify` computes them anew.
enum DerivedTable {
  static let names: Set<String> = [
    "superseded_lead", "superseded_touch", "stray_lead", "lead_count", "lead_month",
  ]
}
