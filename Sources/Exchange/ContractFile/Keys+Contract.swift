extension Keys {
  static let contract = Keys(
    of: "the contract",
    required: [
      "contract": "acme-2026",
      "term": "2026-01..2026-12",
      "currency": "USD",
      "streams": "{smb: {…}}",
      "signatories": "[{name: Ada Li, email: ada@acme.example, team: marketing, role: Head of Marketing}]",
    ],
    optional: [
      "title", "effective", "calendar", "fiscal-year-starts", "holidays", "time-zone", "deliveries",
      "tolerance",
      "sustained-after", "stages", "sales", "measures", "signatures", "format",
    ]
  )

  static let stages = Keys(of: "stages", optional: ["mql", "sql", "opportunity", "won"])

  static let stream = Keys(
    of: "a stream",
    required: ["quota": "500,000 per month", "lead-types": "{website-form: {…}}"],
    optional: ["title", "retention", "margin", "crm-values"]
  )

  static let leadType = Keys(
    of: "a lead type",
    required: [
      "share": "60%",
      "mql-to-sql": "34%",
      "sql-to-opportunity": "82%",
      "win-rate": "23%",
      "average-order-value": "2,000",
      "time-to-close": "60 days",
    ],
    optional: ["title", "crm-values", "qualifies"]
  )

  static let figure = Keys(of: "a figure", required: ["value": "34%"], optional: ["source"])

  static let sales = Keys(
    of: "sales",
    optional: ["first-contact", "business-hours", "cadence", "capacity", "reject-within"]
  )

  static let firstContact = Keys(
    of: "first-contact",
    required: ["within": "4 business hours"],
    optional: ["share"]
  )

  static let cadence = Keys(of: "cadence", optional: ["steps", "share"])

  static let capacity = Keys(of: "capacity", required: ["leads-per-rep": "120", "reps": "8"])

  static let measure = Keys(
    of: "a measure",
    required: ["owner": "sales", "unit": "points of 5", "target": "at least 4.5"],
    optional: ["title"]
  )

  static let signatory = Keys(
    of: "a signatory",
    required: [
      "name": "Ada Li", "email": "ada@acme.example", "team": "marketing", "role": "Head of Marketing",
    ],
    optional: ["owes", "key"]
  )
}
