-- A database as leadpact kept it with schema version 2. It never changes: see README.md.
PRAGMA application_id = 1280331860;
PRAGMA user_version = 2;
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) IN (20, 25)),
  recorded_by TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  contract_id INTEGER REFERENCES contract,
  rows INTEGER NOT NULL CHECK (rows >= 1),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64 AND content_hash NOT GLOB '*[^0-9a-f]*'),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  recorded_on TEXT NOT NULL AS (substr(recorded_at, 1, 10)) CHECK (recorded_on IS date(recorded_on, '+0 days'))
) STRICT;
INSERT INTO journal VALUES(1,'2025-12-15T00:00:00Z','ada@acme.example','propose','pair-2026 version 1',1,34,'22cb46b224a25a65dbc1ba304d0f56992b4f10bccc5981dd8c4e2812bbb0a33c','0000000000000000000000000000000000000000000000000000000000000000','bbe9b7f4e380828a238e01019d6a38d684d2e975601ceee0f827596830ede6da');
INSERT INTO journal VALUES(2,'2025-12-16T00:00:00Z','ada@acme.example','sign','pair-2026 version 1 by ada@acme.example',1,1,'ca8aacd53fa8ca6093a3f0117d74fe3fa9ed1179b673a5028a6dc1ce5a8f94a9','bbe9b7f4e380828a238e01019d6a38d684d2e975601ceee0f827596830ede6da','8b674821c3e85f17f13cda5e5f0445161bcabacc2d951aee85ecc750ebfd6b06');
INSERT INTO journal VALUES(3,'2025-12-17T00:00:00Z','ada@acme.example','decline','pair-2026 version 1 by ben@acme.example',1,1,'2e4162f06c8f333f062c7e82f07262cc25d13888d3d64cd319962d767e754b14','8b674821c3e85f17f13cda5e5f0445161bcabacc2d951aee85ecc750ebfd6b06','8b68e05a788a243010d831de66f4d699ad6b2a81a9f83509eb1c5e49ee546664');
INSERT INTO journal VALUES(4,'2025-12-18T00:00:00Z','ada@acme.example','sign','pair-2026 version 1 by ben@acme.example',1,1,'97500f1f158c95860e26f614307c1c826773e6ad273d12f59946a57bb5abd322','8b68e05a788a243010d831de66f4d699ad6b2a81a9f83509eb1c5e49ee546664','3680bc913376d16444d7cff0f70e411a0511704e412660d11422a862731be34e');
INSERT INTO journal VALUES(5,'2026-02-16T00:00:00Z','ada@acme.example','log','pair-2026, smb/web 2026-W07: 60, smb/outbound 2026-W07: 35',1,2,'302f85a6c3d3d91a867706cd1420c4ad3bc9b110c3d991c50cf035b3eed45700','3680bc913376d16444d7cff0f70e411a0511704e412660d11422a862731be34e','7b696b0947fcf628eeadb3c6e3671974a4c14d907a2023c1a648e16ed1832d90');
INSERT INTO journal VALUES(6,'2026-02-18T00:00:00Z','ada@acme.example','correct','pair-2026, smb/web 2026-W07: -5',1,1,'dc3af672c3c5d379ad52b412b6af6e5529eb8b913d26246444c3a5989ffd4cc5','7b696b0947fcf628eeadb3c6e3671974a4c14d907a2023c1a648e16ed1832d90','4064e4dec17ee7055e1d6214161ef6b41ff5e88afce8f8766155f5db65d2d753');
INSERT INTO journal VALUES(7,'2026-02-23T00:00:00Z','ada@acme.example','import','pair-2026, /tmp/rel/counts.csv: 2 rows',1,3,'b2e5598324dd0ab5c563faf461543fef998468dd7df9e3bb9f380b47ffd85dab','4064e4dec17ee7055e1d6214161ef6b41ff5e88afce8f8766155f5db65d2d753','d30137f114eb71f318a9ba4d95948a7d12d18631821db48f0d8200fc18cc3b36');
INSERT INTO journal VALUES(8,'2026-02-24T00:00:00Z','ada@acme.example','follow-up','pair-2026, contacted 2026-W07, 3-in-14 2026-W07, csat 2026-W07',1,3,'b402e7826fbc0c9d3a1f83b1816c86935665d05105078cefb512d723312c70ed','d30137f114eb71f318a9ba4d95948a7d12d18631821db48f0d8200fc18cc3b36','91e46342b2b4b7e92d85d208cd6da8c9f8f12f0c36c7f9a42025a2b55d741a83');
INSERT INTO journal VALUES(9,'2026-03-20T00:00:00Z','ada@acme.example','outcome','pair-2026, smb/web 2026-02',1,1,'753a0fefcec371e508b0c6de1a67ef0f0c45ebebbbe318f9858df8f1cbca887c','91e46342b2b4b7e92d85d208cd6da8c9f8f12f0c36c7f9a42025a2b55d741a83','513e9d7605d84121253f3dbf8c808314344f3c375931e31e281342ed6d81403c');
INSERT INTO journal VALUES(10,'2026-04-02T00:00:00Z','ada@acme.example','review','pair-2026 2026-Q1',1,1,'6a17fee42612ce8e98e627eef2772f39e57dba66e029d005aa0e222bff4f68fa','513e9d7605d84121253f3dbf8c808314344f3c375931e31e281342ed6d81403c','19d28986012db19a3b858b58e3917491dfd89202fce16df1be3532a70a924d20');
CREATE TABLE journal_part (
  journal_part_id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL CHECK (part >= 1),
  body TEXT NOT NULL CHECK (body <> ''),
  UNIQUE (seq, part)
) STRICT;
INSERT INTO journal_part VALUES(1,1,1,replace('{"table":"contract","id":1,"row":{"contract_id":1,"name":"pair-2026","seq":1}}\012{"table":"version","id":1,"row":{"version_id":1,"contract_id":1,"number":1,"name":"pair-2026","title":"Pair, marketing and sales 2026","term_first":"2026-01","term_last":"2026-12","effective":"2026-01","currency":"USD","minor_units_per_unit":100,"calendar":"month","fiscal_year_starts":1,"tolerance":"10%","tolerance_ppm":100000,"sustained_after":2,"first_contact_minutes":1440,"first_contact_share":"90%","first_contact_share_ppm":900000,"business_hours":null,"cadence_share":"80%","cadence_share_ppm":800000,"leads_per_rep":100,"text":"format: 1\ncontract: \"pair-2026\"\ntitle: \"Pair, marketing and sales 2026\"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  \"smb\":\n    title: \"smb\"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      \"outbound\":\n        title: \"outbound\"\n        share: 40%\n        mql-to-sql: {value: 50%, source: \"assumed\"}\n        sql-to-opportunity: {value: 50%, source: \"assumed\"}\n        win-rate: {value: 20%, source: \"assumed\"}\n        average-order-value: {value: 5000.00, source: \"assumed\"}\n        time-to-close: {value: 60 days, source: \"assumed\"}\n      \"web\":\n        title: \"web\"\n        share: 60%\n        mql-to-sql: {value: 50%, source: \"measured 400/800, HubSpot, 2025\"}\n        sql-to-opportunity: {value: 80%, source: \"assumed\"}\n        win-rate: {value: 25%, source: \"assumed\"}\n        average-order-value: {value: 2000.00, source: \"assumed\"}\n        time-to-close: {value: 30 days, source: \"assumed\"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  \"csat\": {title: \"Customer satisfaction\", owner: sales, unit: \"points of 5\", target: at least 4.5}\nsignatories:\n  - {name: \"Ada Li\", email: \"ada@acme.example\", team: marketing, role: \"Head of Marketing\", owes: \"Leads worth the value due each month.\"}\n  - {name: \"Ben Okafor\", email: \"ben@acme.example\", team: sales, role: \"Head of Sales\", owes: \"First contact within a day, and three touches in two weeks.\"}\n","digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","note":null,"seq":1}}\012{"table":"signatory","id":1,"row":{"signatory_id":1,"version_id":1,"position":1,"name":"Ada Li","email":"ada@acme.example","team":"marketing","role":"Head of Marketing","owes":"Leads worth the value due each month."}}\012{"table":"signatory","id":2,"row":{"signatory_id":2,"version_id":1,"position":2,"name":"Ben Okafor","email":"ben@acme.example","team":"sales","role":"Head of Sales","owes":"First contact within a day, and three touches in two weeks."}}\012{"table":"holiday","id":1,"row":{"holiday_id":1,"version_id":1,"day":"2026-01-01"}}\012{"table":"stream","id":1,"row":{"stream_id":1,"version_id":1,"position":1,"name":"smb","title":"smb","retention":"20%","retention_ppm":200000,"margin":"50%","margin_ppm":500000}}\012{"table":"quota","id":1,"row":{"quota_id":1,"stream_id":1,"month":"2026-01","minor_units":10000000}}\012{"table":"quota","id":2,"row":{"quota_id":2,"stream_id":1,"month":"2026-02","minor_units":10000000}}\012{"table":"quota","id":3,"row":{"quota_id":3,"stream_id":1,"month":"2026-03","minor_units":10000000}}\012{"table":"quota","id":4,"row":{"quota_id":4,"stream_id":1,"month":"2026-04","minor_units":10000000}}\012{"table":"quota","id":5,"row":{"quota_id":5,"stream_id":1,"month":"2026-05","minor_units":10000000}}\012{"table":"quota","id":6,"row":{"quota_id":6,"stream_id":1,"month":"2026-06","minor_units":10000000}}\012{"table":"quota","id":7,"row":{"quota_id":7,"stream_id":1,"month":"2026-07","minor_units":10000000}}\012{"table":"quota","id":8,"row":{"quota_id":8,"stream_id":1,"month":"2026-08","minor_units":10000000}}\012{"table":"quota","id":9,"row":{"quota_id":9,"stream_id":1,"month":"2026-09","minor_units":10000000}}\012{"table":"quota","id":10,"row":{"quota_id":10,"stream_id":1,"month":"2026-10","minor_units":10000000}}\012{"table":"quota","id":11,"row":{"quota_id":11,"stream_id":1,"month":"2026-11","minor_units":10000000}}\012{"table":"quota","id":12,"row":{"quota_id":12,"stream_id":1,"month":"2026-12","minor_units":10000000}}\012{"table":"lead_type","id":1,"row":{"lead_type_id":1,"stream_id":1,"position":1,"name":"outbound","title":"outbound","share":"40%","share_ppm":400000}}\012{"table":"metric","id":1,"row":{"metric_id":1,"lead_type_id":1,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":2,"row":{"metric_id":2,"lead_type_id":1,"metric":"sql-to-opportunity","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":3,"row":{"metric_id":3,"lead_type_id":1,"metric":"win-rate","from_month":null,"figure":"20%","ppm":200000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":4,"row":{"metric_id":4,"lead_type_id":1,"metric":"average-order-value","from_month":null,"figure":"5000.00","ppm":null,"minor_units":500000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":5,"row":{"metric_id":5,"lead_type_id":1,"metric":"time-to-close","from_month":null,"figure":"60","ppm":null,"minor_units":null,"days":60,"source":"assumed","source_note":null}}\012{"table":"lead_type","id":2,"row":{"lead_type_id":2,"stream_id":1,"position":2,"name":"web","title":"web","share":"60%","share_ppm":600000}}\012{"table":"metric","id":6,"row":{"metric_id":6,"lead_type_id":2,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"measured","source_note":"400/800, HubSpot, 2025"}}\012{"table":"metric","id":7,"row":{"metric_id":7,"lead_type_id":2,"metric":"sql-to-opportunity","from_month":null,"figure":"80%","ppm":800000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":8,"row":{"metric_id":8,"lead_type_id":2,"metric":"win-rate","from_month":null,"figure":"25%","ppm":250000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":9,"row":{"metric_id":9,"lead_type_id":2,"metric":"average-order-value","from_month":null,"figure":"2000.00","ppm":null,"minor_units":200000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":10,"row":{"metric_id":10,"lead_type_id":2,"metric":"time-to-close","from_month":null,"figure":"30","ppm":null,"minor_units":null,"days":30,"source":"assumed","source_note":null}}\012{"table":"cadence_step","id":1,"row":{"cadence_step_id":1,"version_id":1,"touches":3,"days":14}}\012{"table":"staffing","id":1,"row":{"staffing_id":1,"version_id":1,"from_month":"2026-01","reps":4}}\012{"table":"staffing","id":2,"row":{"staffing_id":2,"version_id":1,"from_month":"2026-07","reps":3}}\012{"table":"measure","id":1,"row":{"measure_id":1,"version_id":1,"position":1,"name":"csat","title":"Customer satisfaction","owner":"sales","unit":"points of 5","target_millionths":4500000,"direction":"at least"}}','\012',char(10)));
INSERT INTO journal_part VALUES(2,2,1,'{"table":"signature","id":1,"row":{"signature_id":1,"version_id":1,"email":"ada@acme.example","word":"signed","reason":null,"digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":2}}');
INSERT INTO journal_part VALUES(3,3,1,'{"table":"signature","id":2,"row":{"signature_id":2,"version_id":1,"email":"ben@acme.example","word":"declined","reason":"hire first","digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":3}}');
INSERT INTO journal_part VALUES(4,4,1,'{"table":"signature","id":3,"row":{"signature_id":3,"version_id":1,"email":"ben@acme.example","word":"signed","reason":null,"digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":4}}');
INSERT INTO journal_part VALUES(5,5,1,replace('{"table":"delivery","id":1,"row":{"delivery_id":1,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-09","last_day":"2026-02-15","count":60,"kind":"logged","reason":null,"import_id":null,"seq":5}}\n{"table":"delivery","id":2,"row":{"delivery_id":2,"contract_id":1,"stream":"smb","lead_type":"outbound","first_day":"2026-02-09","last_day":"2026-02-15","count":35,"kind":"logged","reason":null,"import_id":null,"seq":5}}','\n',char(10)));
INSERT INTO journal_part VALUES(6,6,1,'{"table":"delivery","id":3,"row":{"delivery_id":3,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-09","last_day":"2026-02-15","count":-5,"kind":"correction","reason":"test entries","import_id":null,"seq":6}}');
INSERT INTO journal_part VALUES(7,7,1,replace('{"table":"import","id":1,"row":{"import_id":1,"contract_id":1,"kind":"deliveries","file_name":"/tmp/rel/counts.csv","file_digest":"264d5f6f469f55a25e6d7bc807c602e8d52f3507db86fa3a34c681da96ddb777","rows":2,"seq":7}}\n{"table":"delivery","id":4,"row":{"delivery_id":4,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-16","last_day":"2026-02-22","count":64,"kind":"imported","reason":null,"import_id":1,"seq":7}}\n{"table":"delivery","id":5,"row":{"delivery_id":5,"contract_id":1,"stream":"smb","lead_type":"outbound","first_day":"2026-02-16","last_day":"2026-02-22","count":31,"kind":"imported","reason":null,"import_id":1,"seq":7}}','\n',char(10)));
INSERT INTO journal_part VALUES(8,8,1,replace('{"table":"observation","id":1,"row":{"observation_id":1,"contract_id":1,"subject":"contacted","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":80,"due":90,"score_millionths":null,"import_id":null,"seq":8}}\n{"table":"observation","id":2,"row":{"observation_id":2,"contract_id":1,"subject":"3-in-14","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":60,"due":70,"score_millionths":null,"import_id":null,"seq":8}}\n{"table":"observation","id":3,"row":{"observation_id":3,"contract_id":1,"subject":"csat","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":null,"due":null,"score_millionths":4600000,"import_id":null,"seq":8}}','\n',char(10)));
INSERT INTO journal_part VALUES(9,9,1,'{"table":"outcome","id":1,"row":{"outcome_id":1,"contract_id":1,"stream":"smb","lead_type":"web","month":"2026-02","sqls":50,"opportunities":40,"won":9,"revenue_minor_units":1800000,"import_id":null,"seq":9}}');
INSERT INTO journal_part VALUES(10,10,1,'{"table":"review","id":1,"row":{"review_id":1,"contract_id":1,"quarter_first_month":"2026-01","reason":"too few leads","seq":10}}');
CREATE TABLE contract (
  contract_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO contract VALUES(1,'pair-2026',1);
CREATE TABLE version (
  version_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  number INTEGER NOT NULL CHECK (number >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  term_first TEXT NOT NULL CHECK (term_first IS strftime('%Y-%m', term_first || '-01')),
  term_last TEXT NOT NULL CHECK (term_last IS strftime('%Y-%m', term_last || '-01')),
  effective TEXT NOT NULL CHECK (effective BETWEEN term_first AND term_last),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  minor_units_per_unit INTEGER NOT NULL CHECK (minor_units_per_unit IN (1, 10, 100, 1000, 10000)),
  calendar TEXT NOT NULL CHECK (calendar IN ('month', '4-4-5', '4-5-4', '5-4-4')),
  fiscal_year_starts INTEGER NOT NULL CHECK (fiscal_year_starts BETWEEN 1 AND 12),
  tolerance TEXT NOT NULL,
  tolerance_ppm INTEGER NOT NULL CHECK (tolerance_ppm BETWEEN 0 AND 1000000),
  sustained_after INTEGER NOT NULL CHECK (sustained_after BETWEEN 1 AND 12),
  first_contact_minutes INTEGER CHECK (first_contact_minutes > 0),
  first_contact_share TEXT,
  first_contact_share_ppm INTEGER CHECK (first_contact_share_ppm BETWEEN 0 AND 1000000),
  business_hours TEXT,
  cadence_share TEXT NOT NULL,
  cadence_share_ppm INTEGER NOT NULL CHECK (cadence_share_ppm BETWEEN 0 AND 1000000),
  leads_per_rep INTEGER CHECK (leads_per_rep > 0),
  text TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  note TEXT,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contract_id, number),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share IS NULL)),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share_ppm IS NULL)),
  CHECK (business_hours IS NULL OR first_contact_minutes IS NOT NULL)
) STRICT;
INSERT INTO version VALUES(1,1,1,'pair-2026','Pair, marketing and sales 2026','2026-01','2026-12','2026-01','USD',100,'month',1,'10%',100000,2,1440,'90%',900000,NULL,'80%',800000,100,replace('format: 1\ncontract: "pair-2026"\ntitle: "Pair, marketing and sales 2026"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  "smb":\n    title: "smb"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      "outbound":\n        title: "outbound"\n        share: 40%\n        mql-to-sql: {value: 50%, source: "assumed"}\n        sql-to-opportunity: {value: 50%, source: "assumed"}\n        win-rate: {value: 20%, source: "assumed"}\n        average-order-value: {value: 5000.00, source: "assumed"}\n        time-to-close: {value: 60 days, source: "assumed"}\n      "web":\n        title: "web"\n        share: 60%\n        mql-to-sql: {value: 50%, source: "measured 400/800, HubSpot, 2025"}\n        sql-to-opportunity: {value: 80%, source: "assumed"}\n        win-rate: {value: 25%, source: "assumed"}\n        average-order-value: {value: 2000.00, source: "assumed"}\n        time-to-close: {value: 30 days, source: "assumed"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  "csat": {title: "Customer satisfaction", owner: sales, unit: "points of 5", target: at least 4.5}\nsignatories:\n  - {name: "Ada Li", email: "ada@acme.example", team: marketing, role: "Head of Marketing", owes: "Leads worth the value due each month."}\n  - {name: "Ben Okafor", email: "ben@acme.example", team: sales, role: "Head of Sales", owes: "First contact within a day, and three touches in two weeks."}\n','\n',char(10)),'4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1',NULL,1);
CREATE TABLE signatory (
  signatory_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL,
  email TEXT NOT NULL CHECK (email LIKE '_%@_%'),
  team TEXT NOT NULL
    CHECK (team IN ('marketing', 'sales', 'service', 'finance', 'operations', 'leadership')),
  role TEXT NOT NULL,
  owes TEXT NOT NULL,
  UNIQUE (version_id, position),
  UNIQUE (version_id, email)
) STRICT;
INSERT INTO signatory VALUES(1,1,1,'Ada Li','ada@acme.example','marketing','Head of Marketing','Leads worth the value due each month.');
INSERT INTO signatory VALUES(2,1,2,'Ben Okafor','ben@acme.example','sales','Head of Sales','First contact within a day, and three touches in two weeks.');
CREATE TABLE stage (
  stage_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  stage TEXT NOT NULL CHECK (stage IN ('mql', 'sql', 'opportunity', 'won')),
  meaning TEXT NOT NULL,
  UNIQUE (version_id, stage)
) STRICT;
CREATE TABLE holiday (
  holiday_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  UNIQUE (version_id, day)
) STRICT;
INSERT INTO holiday VALUES(1,1,'2026-01-01');
CREATE TABLE stream (
  stream_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  retention TEXT NOT NULL,
  retention_ppm INTEGER NOT NULL CHECK (retention_ppm BETWEEN 0 AND 999999),
  margin TEXT,
  margin_ppm INTEGER CHECK (margin_ppm BETWEEN 0 AND 1000000),
  UNIQUE (version_id, position),
  UNIQUE (version_id, name),
  CHECK ((margin IS NULL) = (margin_ppm IS NULL))
) STRICT;
INSERT INTO stream VALUES(1,1,1,'smb','smb','20%',200000,'50%',500000);
CREATE TABLE quota (
  quota_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  month TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  minor_units INTEGER NOT NULL CHECK (minor_units >= 0),
  UNIQUE (stream_id, month)
) STRICT;
INSERT INTO quota VALUES(1,1,'2026-01',10000000);
INSERT INTO quota VALUES(2,1,'2026-02',10000000);
INSERT INTO quota VALUES(3,1,'2026-03',10000000);
INSERT INTO quota VALUES(4,1,'2026-04',10000000);
INSERT INTO quota VALUES(5,1,'2026-05',10000000);
INSERT INTO quota VALUES(6,1,'2026-06',10000000);
INSERT INTO quota VALUES(7,1,'2026-07',10000000);
INSERT INTO quota VALUES(8,1,'2026-08',10000000);
INSERT INTO quota VALUES(9,1,'2026-09',10000000);
INSERT INTO quota VALUES(10,1,'2026-10',10000000);
INSERT INTO quota VALUES(11,1,'2026-11',10000000);
INSERT INTO quota VALUES(12,1,'2026-12',10000000);
CREATE TABLE lead_type (
  lead_type_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  share TEXT NOT NULL,
  share_ppm INTEGER NOT NULL CHECK (share_ppm BETWEEN 0 AND 1000000),
  UNIQUE (stream_id, position),
  UNIQUE (stream_id, name)
) STRICT;
INSERT INTO lead_type VALUES(1,1,1,'outbound','outbound','40%',400000);
INSERT INTO lead_type VALUES(2,1,2,'web','web','60%',600000);
CREATE TABLE metric (
  metric_id INTEGER PRIMARY KEY,
  lead_type_id INTEGER NOT NULL REFERENCES lead_type,
  metric TEXT NOT NULL CHECK (
    metric IN ('mql-to-sql', 'sql-to-opportunity', 'win-rate', 'average-order-value', 'time-to-close')
  ),
  from_month TEXT CHECK (from_month IS strftime('%Y-%m', from_month || '-01')),
  figure TEXT NOT NULL,
  ppm INTEGER CHECK (ppm BETWEEN 1 AND 1000000),
  minor_units INTEGER CHECK (minor_units > 0),
  days INTEGER CHECK (days BETWEEN 0 AND 3650),
  source TEXT NOT NULL CHECK (source IN ('assumed', 'measured')),
  source_note TEXT,
  CHECK ((ppm IS NOT NULL) = (metric IN ('mql-to-sql', 'sql-to-opportunity', 'win-rate'))),
  CHECK ((minor_units IS NOT NULL) = (metric = 'average-order-value')),
  CHECK ((days IS NOT NULL) = (metric = 'time-to-close')),
  CHECK ((source_note IS NOT NULL) = (source = 'measured'))
) STRICT;
INSERT INTO metric VALUES(1,1,'mql-to-sql',NULL,'50%',500000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(2,1,'sql-to-opportunity',NULL,'50%',500000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(3,1,'win-rate',NULL,'20%',200000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(4,1,'average-order-value',NULL,'5000.00',NULL,500000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(5,1,'time-to-close',NULL,'60',NULL,NULL,60,'assumed',NULL);
INSERT INTO metric VALUES(6,2,'mql-to-sql',NULL,'50%',500000,NULL,NULL,'measured','400/800, HubSpot, 2025');
INSERT INTO metric VALUES(7,2,'sql-to-opportunity',NULL,'80%',800000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(8,2,'win-rate',NULL,'25%',250000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(9,2,'average-order-value',NULL,'2000.00',NULL,200000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(10,2,'time-to-close',NULL,'30',NULL,NULL,30,'assumed',NULL);
CREATE TABLE cadence_step (
  cadence_step_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  touches INTEGER NOT NULL CHECK (touches > 0),
  days INTEGER NOT NULL CHECK (days > 0),
  UNIQUE (version_id, touches),
  UNIQUE (version_id, days)
) STRICT;
INSERT INTO cadence_step VALUES(1,1,3,14);
CREATE TABLE staffing (
  staffing_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  from_month TEXT NOT NULL CHECK (from_month IS strftime('%Y-%m', from_month || '-01')),
  reps INTEGER NOT NULL CHECK (reps >= 0),
  UNIQUE (version_id, from_month)
) STRICT;
INSERT INTO staffing VALUES(1,1,'2026-01',4);
INSERT INTO staffing VALUES(2,1,'2026-07',3);
CREATE TABLE measure (
  measure_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  title TEXT NOT NULL,
  owner TEXT NOT NULL
    CHECK (owner IN ('marketing', 'sales', 'service', 'finance', 'operations', 'leadership')),
  unit TEXT NOT NULL,
  target_millionths INTEGER NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('at least', 'at most')),
  UNIQUE (version_id, position),
  UNIQUE (version_id, name)
) STRICT;
INSERT INTO measure VALUES(1,1,1,'csat','Customer satisfaction','sales','points of 5',4500000,'at least');
CREATE TABLE signature (
  signature_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  email TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('signed', 'declined')),
  reason TEXT,
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (version_id, email) REFERENCES signatory (version_id, email),
  CHECK ((reason IS NOT NULL) = (word = 'declined'))
) STRICT;
INSERT INTO signature VALUES(1,1,'ada@acme.example','signed',NULL,'4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1',2);
INSERT INTO signature VALUES(2,1,'ben@acme.example','declined','hire first','4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1',3);
INSERT INTO signature VALUES(3,1,'ben@acme.example','signed',NULL,'4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1',4);
CREATE TABLE import (
  import_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  kind TEXT NOT NULL CHECK (kind IN ('deliveries', 'outcomes', 'leads', 'touches')),
  file_name TEXT NOT NULL,
  file_digest TEXT NOT NULL CHECK (length(file_digest) = 64 AND file_digest NOT GLOB '*[^0-9a-f]*'),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO import VALUES(1,1,'deliveries','/tmp/rel/counts.csv','264d5f6f469f55a25e6d7bc807c602e8d52f3507db86fa3a34c681da96ddb777',2,7);
CREATE TABLE delivery (
  delivery_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  stream TEXT NOT NULL,
  lead_type TEXT NOT NULL,
  first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
  last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days')),
  count INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('logged', 'imported', 'correction')),
  reason TEXT,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  days INTEGER NOT NULL AS (CAST(julianday(last_day) - julianday(first_day) AS INTEGER) + 1) CHECK (days >= 1),
  CHECK (count >= 0 OR kind = 'correction'),
  CHECK ((reason IS NOT NULL) = (kind = 'correction')),
  CHECK ((import_id IS NOT NULL) = (kind = 'imported'))
) STRICT;
INSERT INTO delivery VALUES(1,1,'smb','web','2026-02-09','2026-02-15',60,'logged',NULL,NULL,5);
INSERT INTO delivery VALUES(2,1,'smb','outbound','2026-02-09','2026-02-15',35,'logged',NULL,NULL,5);
INSERT INTO delivery VALUES(3,1,'smb','web','2026-02-09','2026-02-15',-5,'correction','test entries',NULL,6);
INSERT INTO delivery VALUES(4,1,'smb','web','2026-02-16','2026-02-22',64,'imported',NULL,1,7);
INSERT INTO delivery VALUES(5,1,'smb','outbound','2026-02-16','2026-02-22',31,'imported',NULL,1,7);
CREATE TABLE outcome (
  outcome_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  stream TEXT NOT NULL,
  lead_type TEXT NOT NULL,
  month TEXT NOT NULL CHECK (month IS strftime('%Y-%m', month || '-01')),
  sqls INTEGER CHECK (sqls >= 0),
  opportunities INTEGER CHECK (opportunities >= 0),
  won INTEGER CHECK (won >= 0),
  revenue_minor_units INTEGER,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO outcome VALUES(1,1,'smb','web','2026-02',50,40,9,1800000,NULL,9);
CREATE TABLE observation (
  observation_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  subject TEXT NOT NULL CHECK (subject <> ''),
  stream TEXT,
  rep TEXT,
  first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
  last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days')),
  met INTEGER CHECK (met >= 0),
  due INTEGER CHECK (due >= met),
  score_millionths INTEGER,
  import_id INTEGER REFERENCES import,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  days INTEGER NOT NULL AS (CAST(julianday(last_day) - julianday(first_day) AS INTEGER) + 1) CHECK (days >= 1),
  CHECK ((met IS NULL) = (due IS NULL)),
  CHECK ((met IS NULL) = (score_millionths IS NOT NULL))
) STRICT;
INSERT INTO observation VALUES(1,1,'contacted',NULL,NULL,'2026-02-09','2026-02-15',80,90,NULL,NULL,8);
INSERT INTO observation VALUES(2,1,'3-in-14',NULL,NULL,'2026-02-09','2026-02-15',60,70,NULL,NULL,8);
INSERT INTO observation VALUES(3,1,'csat',NULL,NULL,'2026-02-09','2026-02-15',NULL,NULL,4600000,NULL,8);
CREATE TABLE review (
  review_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  quarter_first_month TEXT NOT NULL
    CHECK (quarter_first_month IS strftime('%Y-%m', quarter_first_month || '-01')),
  reason TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO review VALUES(1,1,'2026-01','too few leads',10);
CREATE TABLE schema_migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO schema_migration VALUES(1,'V1__contracts','02a3a31f1b695c256c78f76f82f8e55eec184f59f599907b76a3a49de86bd086','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(2,'V2__records','2b8b772eed1a8e381f9ed904cfe16737fc631523b0c6aefe97ee43c600ae8049','2025-12-15T00:00:00Z');
CREATE TRIGGER journal_keeps_its_rows_as_they_are BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal is append-only: it is the proof of what was recorded');
END;
CREATE TRIGGER journal_keeps_its_rows BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal is append-only: it is the proof of what was recorded');
END;
CREATE TRIGGER journal_part_keeps_its_rows_as_they_are BEFORE UPDATE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'journal_part is append-only: it is the proof of what was recorded');
END;
CREATE TRIGGER journal_part_keeps_its_rows BEFORE DELETE ON journal_part
BEGIN
  SELECT RAISE(ABORT, 'journal_part is append-only: it is the proof of what was recorded');
END;
CREATE TRIGGER contract_keeps_its_rows_as_they_are BEFORE UPDATE ON contract
BEGIN
  SELECT RAISE(ABORT, 'contract is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER contract_keeps_its_rows BEFORE DELETE ON contract
BEGIN
  SELECT RAISE(ABORT, 'contract is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER version_keeps_its_rows_as_they_are BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'version is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER version_keeps_its_rows BEFORE DELETE ON version
BEGIN
  SELECT RAISE(ABORT, 'version is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER signatory_keeps_its_rows_as_they_are BEFORE UPDATE ON signatory
BEGIN
  SELECT RAISE(ABORT, 'signatory is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER signatory_keeps_its_rows BEFORE DELETE ON signatory
BEGIN
  SELECT RAISE(ABORT, 'signatory is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER stage_keeps_its_rows_as_they_are BEFORE UPDATE ON stage
BEGIN
  SELECT RAISE(ABORT, 'stage is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER stage_keeps_its_rows BEFORE DELETE ON stage
BEGIN
  SELECT RAISE(ABORT, 'stage is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER holiday_keeps_its_rows_as_they_are BEFORE UPDATE ON holiday
BEGIN
  SELECT RAISE(ABORT, 'holiday is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER holiday_keeps_its_rows BEFORE DELETE ON holiday
BEGIN
  SELECT RAISE(ABORT, 'holiday is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER stream_keeps_its_rows_as_they_are BEFORE UPDATE ON stream
BEGIN
  SELECT RAISE(ABORT, 'stream is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER stream_keeps_its_rows BEFORE DELETE ON stream
BEGIN
  SELECT RAISE(ABORT, 'stream is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER quota_keeps_its_rows_as_they_are BEFORE UPDATE ON quota
BEGIN
  SELECT RAISE(ABORT, 'quota is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER quota_keeps_its_rows BEFORE DELETE ON quota
BEGIN
  SELECT RAISE(ABORT, 'quota is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER lead_type_keeps_its_rows_as_they_are BEFORE UPDATE ON lead_type
BEGIN
  SELECT RAISE(ABORT, 'lead_type is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER lead_type_keeps_its_rows BEFORE DELETE ON lead_type
BEGIN
  SELECT RAISE(ABORT, 'lead_type is append-only: a change of the agreement is a new version');
END;
CREATE UNIQUE INDEX metric_has_a_figure_a_quarter ON metric (lead_type_id, metric, ifnull(from_month, ''));
CREATE TRIGGER metric_keeps_its_rows_as_they_are BEFORE UPDATE ON metric
BEGIN
  SELECT RAISE(ABORT, 'metric is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER metric_keeps_its_rows BEFORE DELETE ON metric
BEGIN
  SELECT RAISE(ABORT, 'metric is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER cadence_step_keeps_its_rows_as_they_are BEFORE UPDATE ON cadence_step
BEGIN
  SELECT RAISE(ABORT, 'cadence_step is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER cadence_step_keeps_its_rows BEFORE DELETE ON cadence_step
BEGIN
  SELECT RAISE(ABORT, 'cadence_step is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER staffing_keeps_its_rows_as_they_are BEFORE UPDATE ON staffing
BEGIN
  SELECT RAISE(ABORT, 'staffing is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER staffing_keeps_its_rows BEFORE DELETE ON staffing
BEGIN
  SELECT RAISE(ABORT, 'staffing is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER measure_keeps_its_rows_as_they_are BEFORE UPDATE ON measure
BEGIN
  SELECT RAISE(ABORT, 'measure is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER measure_keeps_its_rows BEFORE DELETE ON measure
BEGIN
  SELECT RAISE(ABORT, 'measure is append-only: a change of the agreement is a new version');
END;
CREATE INDEX signature_by_version ON signature (version_id, email);
CREATE TRIGGER signature_keeps_its_rows_as_they_are BEFORE UPDATE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signature is append-only: a word given stays given');
END;
CREATE TRIGGER signature_keeps_its_rows BEFORE DELETE ON signature
BEGIN
  SELECT RAISE(ABORT, 'signature is append-only: a word given stays given');
END;
CREATE TRIGGER import_keeps_its_rows_as_they_are BEFORE UPDATE ON import
BEGIN
  SELECT RAISE(ABORT, 'import is append-only: what was read stays on record');
END;
CREATE TRIGGER import_keeps_its_rows BEFORE DELETE ON import
BEGIN
  SELECT RAISE(ABORT, 'import is append-only: what was read stays on record');
END;
CREATE INDEX delivery_by_first_day ON delivery (contract_id, first_day);
CREATE INDEX delivery_by_days ON delivery (contract_id, days);
CREATE TRIGGER delivery_keeps_its_rows_as_they_are BEFORE UPDATE ON delivery
BEGIN
  SELECT RAISE(ABORT, 'delivery is append-only: record the difference with leadpact log --correct');
END
;
CREATE TRIGGER delivery_keeps_its_rows BEFORE DELETE ON delivery
BEGIN
  SELECT RAISE(ABORT, 'delivery is append-only: record the difference with leadpact log --correct');
END
;
CREATE INDEX outcome_by_month ON outcome (contract_id, month);
CREATE TRIGGER outcome_keeps_its_rows_as_they_are BEFORE UPDATE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only: record the figures as they stand now instead');
END;
CREATE TRIGGER outcome_keeps_its_rows BEFORE DELETE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'outcome is append-only: record the figures as they stand now instead');
END;
CREATE INDEX observation_by_first_day ON observation (contract_id, first_day);
CREATE INDEX observation_by_days ON observation (contract_id, days);
CREATE TRIGGER observation_keeps_its_rows_as_they_are BEFORE UPDATE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append-only: record the figures as they stand now instead');
END;
CREATE TRIGGER observation_keeps_its_rows BEFORE DELETE ON observation
BEGIN
  SELECT RAISE(ABORT, 'observation is append-only: record the figures as they stand now instead');
END;
CREATE INDEX review_by_contract ON review (contract_id, quarter_first_month);
CREATE TRIGGER review_keeps_its_rows_as_they_are BEFORE UPDATE ON review
BEGIN
  SELECT RAISE(ABORT, 'review is append-only: record another review instead');
END;
CREATE TRIGGER review_keeps_its_rows BEFORE DELETE ON review
BEGIN
  SELECT RAISE(ABORT, 'review is append-only: record another review instead');
END;
COMMIT;
