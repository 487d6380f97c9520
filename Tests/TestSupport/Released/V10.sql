-- A database as leadpact kept it with schema version 10. It never changes: see README.md.
PRAGMA application_id = 1280331860;
PRAGMA user_version = 10;
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
INSERT INTO journal VALUES(1,'2025-12-15T00:00:00Z','ada@acme.example','propose','pair-2026 version 1',1,34,'4f47b033b518b1d1eda9de87b48c3a1b71babc17ab441ff8e94d3f1a2e001cde','0000000000000000000000000000000000000000000000000000000000000000','fea08fc739f53388d79d7d0618b44beac0d63327a5a2853996067a0f828f6e12');
INSERT INTO journal VALUES(2,'2025-12-16T00:00:00Z','ada@acme.example','sign','pair-2026 version 1 by ada@acme.example',1,1,'ca8aacd53fa8ca6093a3f0117d74fe3fa9ed1179b673a5028a6dc1ce5a8f94a9','fea08fc739f53388d79d7d0618b44beac0d63327a5a2853996067a0f828f6e12','25f4463ac9040d71794480dc236c0b6210098832846c84634a712ca82a07fca1');
INSERT INTO journal VALUES(3,'2025-12-17T00:00:00Z','ada@acme.example','decline','pair-2026 version 1 by ben@acme.example',1,1,'2e4162f06c8f333f062c7e82f07262cc25d13888d3d64cd319962d767e754b14','25f4463ac9040d71794480dc236c0b6210098832846c84634a712ca82a07fca1','75acb33174f9ddebbacaddead340a35131f8d9465efe1fa6ff43d4e851168c6c');
INSERT INTO journal VALUES(4,'2025-12-18T00:00:00Z','ada@acme.example','sign','pair-2026 version 1 by ben@acme.example',1,1,'97500f1f158c95860e26f614307c1c826773e6ad273d12f59946a57bb5abd322','75acb33174f9ddebbacaddead340a35131f8d9465efe1fa6ff43d4e851168c6c','a74aa056bd1944d01aec6f7b8b01a9833f9eab1faa10183f54500aeba560492a');
INSERT INTO journal VALUES(5,'2026-02-16T00:00:00Z','ada@acme.example','log','pair-2026, smb/web 2026-W07: 60, smb/outbound 2026-W07: 35',1,2,'302f85a6c3d3d91a867706cd1420c4ad3bc9b110c3d991c50cf035b3eed45700','a74aa056bd1944d01aec6f7b8b01a9833f9eab1faa10183f54500aeba560492a','a1953fa32b32050985f92af41943d8663d4accc05e81954cb7b812d5275f85e7');
INSERT INTO journal VALUES(6,'2026-02-18T00:00:00Z','ada@acme.example','correct','pair-2026, smb/web 2026-W07: -5',1,1,'dc3af672c3c5d379ad52b412b6af6e5529eb8b913d26246444c3a5989ffd4cc5','a1953fa32b32050985f92af41943d8663d4accc05e81954cb7b812d5275f85e7','7346d58562171e0332337a6ccb1f54ac6773f09db5f1e6a9eb42bf2ee93b7b47');
INSERT INTO journal VALUES(7,'2026-02-23T00:00:00Z','ada@acme.example','import','pair-2026, /tmp/rel/counts.csv: 2 rows',1,3,'b2e5598324dd0ab5c563faf461543fef998468dd7df9e3bb9f380b47ffd85dab','7346d58562171e0332337a6ccb1f54ac6773f09db5f1e6a9eb42bf2ee93b7b47','4dd783722315bbd459c436e037f88f7694352188c35ad435c51821e5b14ec718');
INSERT INTO journal VALUES(8,'2026-02-24T00:00:00Z','ada@acme.example','follow-up','pair-2026, contacted 2026-W07, 3-in-14 2026-W07, csat 2026-W07',1,3,'b402e7826fbc0c9d3a1f83b1816c86935665d05105078cefb512d723312c70ed','4dd783722315bbd459c436e037f88f7694352188c35ad435c51821e5b14ec718','a94d9da3a15c9b9fb119dd802e76ea39018a8ec70986ed0d50d37894ae6b6c19');
INSERT INTO journal VALUES(9,'2026-03-20T00:00:00Z','ada@acme.example','outcome','pair-2026, smb/web 2026-02',1,1,'753a0fefcec371e508b0c6de1a67ef0f0c45ebebbbe318f9858df8f1cbca887c','a94d9da3a15c9b9fb119dd802e76ea39018a8ec70986ed0d50d37894ae6b6c19','d755b5b0ab41d0ce17ff7199dc1e26b96743f1ff8c119787d2a0ddb54d995139');
INSERT INTO journal VALUES(10,'2026-04-02T00:00:00Z','ada@acme.example','review','pair-2026 2026-Q1',1,1,'6a17fee42612ce8e98e627eef2772f39e57dba66e029d005aa0e222bff4f68fa','d755b5b0ab41d0ce17ff7199dc1e26b96743f1ff8c119787d2a0ddb54d995139','22b4da8a3abaa1bc4f0fd4606ab65dc822a679bc7e05be65547e7e9620182152');
INSERT INTO journal VALUES(11,'2026-04-03T00:00:00Z','ada@acme.example','propose','leads-2026 version 1',2,47,'5628c75b1c70d15a7d94133013d54736028fb7c2691bd20be88704d26708a810','22b4da8a3abaa1bc4f0fd4606ab65dc822a679bc7e05be65547e7e9620182152','5b281ef6f8073bc5b2d9afb0343848aae8402af6c021a2c63b38336ee559d99b');
INSERT INTO journal VALUES(12,'2026-04-04T00:00:00Z','ada@acme.example','sign','leads-2026 version 1 by ada@acme.example',2,1,'48cafbba2b0fa2d07e5cdf8c83713e62936f411bd3842a5a19b9f3ce12423eef','5b281ef6f8073bc5b2d9afb0343848aae8402af6c021a2c63b38336ee559d99b','625c1da8dd82f9b8ac3d2b215dfe73564fe105a7a541dd9002a98ba0a7e0ad22');
INSERT INTO journal VALUES(13,'2026-04-05T00:00:00Z','ada@acme.example','sign','leads-2026 version 1 by ben@acme.example',2,1,'d267c02e98447fa6df5cdac244977c9f340df65a3ccff0b6c70f26173650dadd','625c1da8dd82f9b8ac3d2b215dfe73564fe105a7a541dd9002a98ba0a7e0ad22','3128ac892ddd869fac969025b018e8fa9bfde04f3564cd6ad398f45eb7d86e76');
INSERT INTO journal VALUES(14,'2026-05-13T00:00:00Z','ada@acme.example','import','leads-2026, examples/hubspot-contacts.csv: 14 rows',2,15,'d8e311afb2b854be542a624e3347ea0d78adfa6f7d8c7752304aab372b71ac47','3128ac892ddd869fac969025b018e8fa9bfde04f3564cd6ad398f45eb7d86e76','26a8868bce74e60db334faec1cb0cda58166065d7ff7abd99c7190fc2f6a59c4');
INSERT INTO journal VALUES(15,'2026-05-13T00:00:00Z','ada@acme.example','import','leads-2026, examples/hubspot-deals.csv: 4 rows',2,5,'46ffcfd0ed606e2dc59eee020696f0b255320218b3321e86453ee09a8f7b4293','26a8868bce74e60db334faec1cb0cda58166065d7ff7abd99c7190fc2f6a59c4','73bbcbd09a9fea8f9a08e28d6078136dc95ab3c7ea630ba598e653909eb3df6a');
INSERT INTO journal VALUES(16,'2026-05-14T00:00:00Z','ada@acme.example','import','leads-2026, examples/activities.csv: 18 rows',2,19,'80e2115176f091f7477ca7a21f738a49d70b490a0ef06e75d18a163b9e83571c','73bbcbd09a9fea8f9a08e28d6078136dc95ab3c7ea630ba598e653909eb3df6a','299a25c17fda31f9960efee07fb9fe80c7ad9a4c7ee8dc5e4f0dd14478aeccbb');
INSERT INTO journal VALUES(17,'2026-05-15T00:00:00Z','ben@acme.example','reject','leads-2026, lead 2013: rejected',2,1,'e65a15f6f6dba054106ca37e42bbe62f87fdbed69318085250ecd94ce3c12fff','299a25c17fda31f9960efee07fb9fe80c7ad9a4c7ee8dc5e4f0dd14478aeccbb','a6d0aa28e3c3cd03c4ea2371fa64455cd5a016add01346c475c391a516f2a77a');
INSERT INTO journal VALUES(18,'2026-05-15T00:00:00Z','ada@acme.example','propose','keys-2026 version 1',3,36,'7f27b02ac2771d13f66811a43a524a3ed353f29ef4fd07b785bf0ea261db3b4a','a6d0aa28e3c3cd03c4ea2371fa64455cd5a016add01346c475c391a516f2a77a','a89160c1c427d545336c1f44333fec8b90d91c71fdd19e83bcee6f8f152e9948');
INSERT INTO journal VALUES(19,'2026-05-15T00:00:00Z','ada@acme.example','sign','keys-2026 version 1 by ada@acme.example',3,2,'72c4d94eca704d51bc66f040e61b3b88785efcd122405b4df289ccf8a4914a4f','a89160c1c427d545336c1f44333fec8b90d91c71fdd19e83bcee6f8f152e9948','f7f6afb4943576db88f54b4065d341484cf00585f2288ad69d2492937a78ce23');
INSERT INTO journal VALUES(20,'2026-05-15T00:00:00Z','ben','sign','keys-2026 version 1 by ben@acme.example',3,1,'72d3ced68db56432813883c98de090558a98ca342515d9835dbcac7467caf38b','f7f6afb4943576db88f54b4065d341484cf00585f2288ad69d2492937a78ce23','29846f8a34a27e9f0d76da489e118049dc30ea5c92cd7c3aaa232ea70ad6b527');
INSERT INTO journal VALUES(21,'2026-05-15T00:00:00Z','ada@acme.example','log','keys-2026, smb/web 2026-05-14: 9',3,1,'b140cd2f09ccbc16fbf6efd0cd95c80cfcda35e9a8c36e5e0ccb36df5fafabdb','29846f8a34a27e9f0d76da489e118049dc30ea5c92cd7c3aaa232ea70ad6b527','5b7625d7638dcfd55cc9e5938ae9e99ad50d98bc8063296576a3764f84e7a195');
INSERT INTO journal VALUES(22,'2026-05-15T00:00:00Z','ada@acme.example','import','leads-2026, contacts-may.csv: 2 rows',2,3,'fb078203092ec56397d7eb407f4cf9004f56f846f11b0bb1ce0e743bb5aac82d','5b7625d7638dcfd55cc9e5938ae9e99ad50d98bc8063296576a3764f84e7a195','95cb00885ad1c9d247e06c285232b6f8ca9d5a17a0e003e51b91abc91b94464a');
INSERT INTO journal VALUES(23,'2026-05-15T00:00:00Z','ada@acme.example','import','leads-2026, may2.csv: 3 rows',2,4,'1649581d032cdd3fd36627b5d584dab49f2e25d5a517ab7fcc8b3be32d1488ab','95cb00885ad1c9d247e06c285232b6f8ca9d5a17a0e003e51b91abc91b94464a','4a2b2a139676dcf14e3be83c36b56f11d801b1d1a53968d6cf7b9a227bdcc7d1');
INSERT INTO journal VALUES(24,'2026-05-15T00:00:00Z','ada@acme.example','import','leads-2026, calls2.csv: 3 rows',2,4,'39149673ac93a1470699be0e5fc0a85d8b44e8eef1c67779dab72042b9d13c86','4a2b2a139676dcf14e3be83c36b56f11d801b1d1a53968d6cf7b9a227bdcc7d1','5764908aeb63182952767103658fb81f07b7ad436e9e5768897461e23c988527');
CREATE TABLE journal_part (
  journal_part_id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
  part INTEGER NOT NULL CHECK (part >= 1),
  body TEXT NOT NULL CHECK (body <> ''),
  UNIQUE (seq, part)
) STRICT;
INSERT INTO journal_part VALUES(1,1,1,replace('{"table":"contract","id":1,"row":{"contract_id":1,"name":"pair-2026","seq":1}}\012{"table":"version","id":1,"row":{"version_id":1,"contract_id":1,"number":1,"name":"pair-2026","title":"Pair, marketing and sales 2026","term_first":"2026-01","term_last":"2026-12","effective":"2026-01","currency":"USD","minor_units_per_unit":100,"calendar":"month","fiscal_year_starts":1,"tolerance":"10%","tolerance_ppm":100000,"sustained_after":2,"first_contact_minutes":1440,"first_contact_share":"90%","first_contact_share_ppm":900000,"business_hours":null,"cadence_share":"80%","cadence_share_ppm":800000,"leads_per_rep":100,"text":"format: 1\ncontract: \"pair-2026\"\ntitle: \"Pair, marketing and sales 2026\"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  \"smb\":\n    title: \"smb\"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      \"outbound\":\n        title: \"outbound\"\n        share: 40%\n        mql-to-sql: {value: 50%, source: \"assumed\"}\n        sql-to-opportunity: {value: 50%, source: \"assumed\"}\n        win-rate: {value: 20%, source: \"assumed\"}\n        average-order-value: {value: 5000.00, source: \"assumed\"}\n        time-to-close: {value: 60 days, source: \"assumed\"}\n      \"web\":\n        title: \"web\"\n        share: 60%\n        mql-to-sql: {value: 50%, source: \"measured 400/800, HubSpot, 2025\"}\n        sql-to-opportunity: {value: 80%, source: \"assumed\"}\n        win-rate: {value: 25%, source: \"assumed\"}\n        average-order-value: {value: 2000.00, source: \"assumed\"}\n        time-to-close: {value: 30 days, source: \"assumed\"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  \"csat\": {title: \"Customer satisfaction\", owner: sales, unit: \"points of 5\", target: at least 4.5}\nsignatories:\n  - {name: \"Ada Li\", email: \"ada@acme.example\", team: marketing, role: \"Head of Marketing\", owes: \"Leads worth the value due each month.\"}\n  - {name: \"Ben Okafor\", email: \"ben@acme.example\", team: sales, role: \"Head of Sales\", owes: \"First contact within a day, and three touches in two weeks.\"}\n","digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","note":null,"seq":1,"time_zone":null,"delivery_source":null,"rejection_days":null,"rejection_is_business":null}}\012{"table":"signatory","id":1,"row":{"signatory_id":1,"version_id":1,"position":1,"name":"Ada Li","email":"ada@acme.example","team":"marketing","role":"Head of Marketing","owes":"Leads worth the value due each month."}}\012{"table":"signatory","id":2,"row":{"signatory_id":2,"version_id":1,"position":2,"name":"Ben Okafor","email":"ben@acme.example","team":"sales","role":"Head of Sales","owes":"First contact within a day, and three touches in two weeks."}}\012{"table":"holiday","id":1,"row":{"holiday_id":1,"version_id":1,"day":"2026-01-01"}}\012{"table":"stream","id":1,"row":{"stream_id":1,"version_id":1,"position":1,"name":"smb","title":"smb","retention":"20%","retention_ppm":200000,"margin":"50%","margin_ppm":500000}}\012{"table":"quota","id":1,"row":{"quota_id":1,"stream_id":1,"month":"2026-01","minor_units":10000000}}\012{"table":"quota","id":2,"row":{"quota_id":2,"stream_id":1,"month":"2026-02","minor_units":10000000}}\012{"table":"quota","id":3,"row":{"quota_id":3,"stream_id":1,"month":"2026-03","minor_units":10000000}}\012{"table":"quota","id":4,"row":{"quota_id":4,"stream_id":1,"month":"2026-04","minor_units":10000000}}\012{"table":"quota","id":5,"row":{"quota_id":5,"stream_id":1,"month":"2026-05","minor_units":10000000}}\012{"table":"quota","id":6,"row":{"quota_id":6,"stream_id":1,"month":"2026-06","minor_units":10000000}}\012{"table":"quota","id":7,"row":{"quota_id":7,"stream_id":1,"month":"2026-07","minor_units":10000000}}\012{"table":"quota","id":8,"row":{"quota_id":8,"stream_id":1,"month":"2026-08","minor_units":10000000}}\012{"table":"quota","id":9,"row":{"quota_id":9,"stream_id":1,"month":"2026-09","minor_units":10000000}}\012{"table":"quota","id":10,"row":{"quota_id":10,"stream_id":1,"month":"2026-10","minor_units":10000000}}\012{"table":"quota","id":11,"row":{"quota_id":11,"stream_id":1,"month":"2026-11","minor_units":10000000}}\012{"table":"quota","id":12,"row":{"quota_id":12,"stream_id":1,"month":"2026-12","minor_units":10000000}}\012{"table":"lead_type","id":1,"row":{"lead_type_id":1,"stream_id":1,"position":1,"name":"outbound","title":"outbound","share":"40%","share_ppm":400000}}\012{"table":"metric","id":1,"row":{"metric_id":1,"lead_type_id":1,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":2,"row":{"metric_id":2,"lead_type_id":1,"metric":"sql-to-opportunity","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":3,"row":{"metric_id":3,"lead_type_id":1,"metric":"win-rate","from_month":null,"figure":"20%","ppm":200000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":4,"row":{"metric_id":4,"lead_type_id":1,"metric":"average-order-value","from_month":null,"figure":"5000.00","ppm":null,"minor_units":500000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":5,"row":{"metric_id":5,"lead_type_id":1,"metric":"time-to-close","from_month":null,"figure":"60","ppm":null,"minor_units":null,"days":60,"source":"assumed","source_note":null}}\012{"table":"lead_type","id":2,"row":{"lead_type_id":2,"stream_id":1,"position":2,"name":"web","title":"web","share":"60%","share_ppm":600000}}\012{"table":"metric","id":6,"row":{"metric_id":6,"lead_type_id":2,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"measured","source_note":"400/800, HubSpot, 2025"}}\012{"table":"metric","id":7,"row":{"metric_id":7,"lead_type_id":2,"metric":"sql-to-opportunity","from_month":null,"figure":"80%","ppm":800000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":8,"row":{"metric_id":8,"lead_type_id":2,"metric":"win-rate","from_month":null,"figure":"25%","ppm":250000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":9,"row":{"metric_id":9,"lead_type_id":2,"metric":"average-order-value","from_month":null,"figure":"2000.00","ppm":null,"minor_units":200000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":10,"row":{"metric_id":10,"lead_type_id":2,"metric":"time-to-close","from_month":null,"figure":"30","ppm":null,"minor_units":null,"days":30,"source":"assumed","source_note":null}}\012{"table":"cadence_step","id":1,"row":{"cadence_step_id":1,"version_id":1,"touches":3,"days":14}}\012{"table":"staffing","id":1,"row":{"staffing_id":1,"version_id":1,"from_month":"2026-01","reps":4}}\012{"table":"staffing","id":2,"row":{"staffing_id":2,"version_id":1,"from_month":"2026-07","reps":3}}\012{"table":"measure","id":1,"row":{"measure_id":1,"version_id":1,"position":1,"name":"csat","title":"Customer satisfaction","owner":"sales","unit":"points of 5","target_millionths":4500000,"direction":"at least"}}','\012',char(10)));
INSERT INTO journal_part VALUES(2,2,1,'{"table":"signature","id":1,"row":{"signature_id":1,"version_id":1,"email":"ada@acme.example","word":"signed","reason":null,"digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":2}}');
INSERT INTO journal_part VALUES(3,3,1,'{"table":"signature","id":2,"row":{"signature_id":2,"version_id":1,"email":"ben@acme.example","word":"declined","reason":"hire first","digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":3}}');
INSERT INTO journal_part VALUES(4,4,1,'{"table":"signature","id":3,"row":{"signature_id":3,"version_id":1,"email":"ben@acme.example","word":"signed","reason":null,"digest":"4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1","seq":4}}');
INSERT INTO journal_part VALUES(5,5,1,replace('{"table":"delivery","id":1,"row":{"delivery_id":1,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-09","last_day":"2026-02-15","count":60,"kind":"logged","reason":null,"import_id":null,"seq":5}}\n{"table":"delivery","id":2,"row":{"delivery_id":2,"contract_id":1,"stream":"smb","lead_type":"outbound","first_day":"2026-02-09","last_day":"2026-02-15","count":35,"kind":"logged","reason":null,"import_id":null,"seq":5}}','\n',char(10)));
INSERT INTO journal_part VALUES(6,6,1,'{"table":"delivery","id":3,"row":{"delivery_id":3,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-09","last_day":"2026-02-15","count":-5,"kind":"correction","reason":"test entries","import_id":null,"seq":6}}');
INSERT INTO journal_part VALUES(7,7,1,replace('{"table":"import","id":1,"row":{"import_id":1,"contract_id":1,"kind":"deliveries","file_name":"/tmp/rel/counts.csv","file_digest":"264d5f6f469f55a25e6d7bc807c602e8d52f3507db86fa3a34c681da96ddb777","rows":2,"seq":7}}\n{"table":"delivery","id":4,"row":{"delivery_id":4,"contract_id":1,"stream":"smb","lead_type":"web","first_day":"2026-02-16","last_day":"2026-02-22","count":64,"kind":"imported","reason":null,"import_id":1,"seq":7}}\n{"table":"delivery","id":5,"row":{"delivery_id":5,"contract_id":1,"stream":"smb","lead_type":"outbound","first_day":"2026-02-16","last_day":"2026-02-22","count":31,"kind":"imported","reason":null,"import_id":1,"seq":7}}','\n',char(10)));
INSERT INTO journal_part VALUES(8,8,1,replace('{"table":"observation","id":1,"row":{"observation_id":1,"contract_id":1,"subject":"contacted","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":80,"due":90,"score_millionths":null,"import_id":null,"seq":8}}\n{"table":"observation","id":2,"row":{"observation_id":2,"contract_id":1,"subject":"3-in-14","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":60,"due":70,"score_millionths":null,"import_id":null,"seq":8}}\n{"table":"observation","id":3,"row":{"observation_id":3,"contract_id":1,"subject":"csat","stream":null,"rep":null,"first_day":"2026-02-09","last_day":"2026-02-15","met":null,"due":null,"score_millionths":4600000,"import_id":null,"seq":8}}','\n',char(10)));
INSERT INTO journal_part VALUES(9,9,1,'{"table":"outcome","id":1,"row":{"outcome_id":1,"contract_id":1,"stream":"smb","lead_type":"web","month":"2026-02","sqls":50,"opportunities":40,"won":9,"revenue_minor_units":1800000,"import_id":null,"seq":9}}');
INSERT INTO journal_part VALUES(10,10,1,'{"table":"review","id":1,"row":{"review_id":1,"contract_id":1,"quarter_first_month":"2026-01","reason":"too few leads","seq":10}}');
INSERT INTO journal_part VALUES(11,11,1,replace('{"table":"contract","id":2,"row":{"contract_id":2,"name":"leads-2026","seq":11}}\012{"table":"version","id":2,"row":{"version_id":2,"contract_id":2,"number":1,"name":"leads-2026","title":"Northwind, marketing and sales 2026","term_first":"2026-04","term_last":"2027-03","effective":"2026-04","currency":"USD","minor_units_per_unit":100,"calendar":"month","fiscal_year_starts":1,"tolerance":"10%","tolerance_ppm":100000,"sustained_after":2,"first_contact_minutes":240,"first_contact_share":"90%","first_contact_share_ppm":900000,"business_hours":"mon-fri 09:00-17:00","cadence_share":"80%","cadence_share_ppm":800000,"leads_per_rep":40,"text":"format: 1\ncontract: \"leads-2026\"\ntitle: \"Northwind, marketing and sales 2026\"\nterm: 2026-04..2027-03\neffective: 2026-04\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-05-25, 2026-07-03, 2026-09-07, 2026-11-26, 2026-12-25, 2027-01-01]\ntime-zone: \"America/New_York\"\ndeliveries: leads\ntolerance: 10%\nsustained-after: 2\nstages:\n  mql: \"A contact at a company of at least ten people who asked for something\"\n  sql: \"An MQL that a rep has spoken to and who has a need, a budget and a date\"\n  opportunity: \"An SQL with a quote\"\n  won: \"The order is signed\"\nstreams:\n  \"services\":\n    title: \"Services\"\n    quota:\n      2026-04: 20000.00\n      2026-05: 20000.00\n      2026-06: 20000.00\n      2026-07: 20000.00\n      2026-08: 20000.00\n      2026-09: 20000.00\n      2026-10: 20000.00\n      2026-11: 20000.00\n      2026-12: 20000.00\n      2027-01: 20000.00\n      2027-02: 20000.00\n      2027-03: 20000.00\n    retention: 0%\n    lead-types:\n      \"paid-search\":\n        title: \"Paid search\"\n        share: 40%\n        crm-values: [\"Paid Search\"]\n        qualifies: [\"number of employees >= 10\"]\n        mql-to-sql: {value: 40%, source: \"assumed\"}\n        sql-to-opportunity: {value: 50%, source: \"assumed\"}\n        win-rate: {value: 40%, source: \"assumed\"}\n        average-order-value: {value: 8000.00, source: \"assumed\"}\n        time-to-close: {value: 30 days, source: \"assumed\"}\n      \"website-form\":\n        title: \"Website form\"\n        share: 60%\n        crm-values: [\"Direct Traffic\", \"Organic Search\"]\n        qualifies: [\"number of employees >= 10\"]\n        mql-to-sql: {value: 50%, source: \"measured 61/122, HubSpot, 2025\"}\n        sql-to-opportunity: {value: 60%, source: \"measured 37/61, HubSpot, 2025\"}\n        win-rate: {value: 40%, source: \"assumed\"}\n        average-order-value: {value: 8000.00, source: \"assumed\"}\n        time-to-close: {value: 30 days, source: \"assumed\"}\nsales:\n  first-contact: {within: 4 business hours, share: 90%}\n  business-hours: mon-fri 09:00-17:00\n  cadence: {share: 80%, steps: [2 in 7 days, 4 in 21 days]}\n  capacity: {leads-per-rep: 40, reps: {2026-04: 2}}\n  reject-within: 5 business days\nsignatories:\n  - {name: \"Ada Li\", email: \"ada@acme.example\", team: marketing, role: \"Head of Marketing\", owes: \"\"}\n  - {name: \"Ben Okafor\", email: \"ben@acme.example\", team: sales, role: \"Head of Sales\", owes: \"\"}\n","digest":"c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1","note":null,"seq":11,"time_zone":"America/New_York","delivery_source":"leads","rejection_days":5,"rejection_is_business":1}}\012{"table":"signatory","id":3,"row":{"signatory_id":3,"version_id":2,"position":1,"name":"Ada Li","email":"ada@acme.example","team":"marketing","role":"Head of Marketing","owes":""}}\012{"table":"signatory","id":4,"row":{"signatory_id":4,"version_id":2,"position":2,"name":"Ben Okafor","email":"ben@acme.example","team":"sales","role":"Head of Sales","owes":""}}\012{"table":"stage","id":1,"row":{"stage_id":1,"version_id":2,"stage":"mql","meaning":"A contact at a company of at least ten people who asked for something"}}\012{"table":"stage","id":2,"row":{"stage_id":2,"version_id":2,"stage":"sql","meaning":"An MQL that a rep has spoken to and who has a need, a budget and a date"}}\012{"table":"stage","id":3,"row":{"stage_id":3,"version_id":2,"stage":"opportunity","meaning":"An SQL with a quote"}}\012{"table":"stage","id":4,"row":{"stage_id":4,"version_id":2,"stage":"won","meaning":"The order is signed"}}\012{"table":"holiday","id":2,"row":{"holiday_id":2,"version_id":2,"day":"2026-05-25"}}\012{"table":"holiday","id":3,"row":{"holiday_id":3,"version_id":2,"day":"2026-07-03"}}\012{"table":"holiday","id":4,"row":{"holiday_id":4,"version_id":2,"day":"2026-09-07"}}\012{"table":"holiday","id":5,"row":{"holiday_id":5,"version_id":2,"day":"2026-11-26"}}\012{"table":"holiday","id":6,"row":{"holiday_id":6,"version_id":2,"day":"2026-12-25"}}\012{"table":"holiday","id":7,"row":{"holiday_id":7,"version_id":2,"day":"2027-01-01"}}\012{"table":"stream","id":2,"row":{"stream_id":2,"version_id":2,"position":1,"name":"services","title":"Services","retention":"0%","retention_ppm":0,"margin":null,"margin_ppm":null}}\012{"table":"quota","id":13,"row":{"quota_id":13,"stream_id":2,"month":"2026-04","minor_units":2000000}}\012{"table":"quota","id":14,"row":{"quota_id":14,"stream_id":2,"month":"2026-05","minor_units":2000000}}\012{"table":"quota","id":15,"row":{"quota_id":15,"stream_id":2,"month":"2026-06","minor_units":2000000}}\012{"table":"quota","id":16,"row":{"quota_id":16,"stream_id":2,"month":"2026-07","minor_units":2000000}}\012{"table":"quota","id":17,"row":{"quota_id":17,"stream_id":2,"month":"2026-08","minor_units":2000000}}\012{"table":"quota","id":18,"row":{"quota_id":18,"stream_id":2,"month":"2026-09","minor_units":2000000}}\012{"table":"quota","id":19,"row":{"quota_id":19,"stream_id":2,"month":"2026-10","minor_units":2000000}}\012{"table":"quota","id":20,"row":{"quota_id":20,"stream_id":2,"month":"2026-11","minor_units":2000000}}\012{"table":"quota","id":21,"row":{"quota_id":21,"stream_id":2,"month":"2026-12","minor_units":2000000}}\012{"table":"quota","id":22,"row":{"quota_id":22,"stream_id":2,"month":"2027-01","minor_units":2000000}}\012{"table":"quota","id":23,"row":{"quota_id":23,"stream_id":2,"month":"2027-02","minor_units":2000000}}\012{"table":"quota","id":24,"row":{"quota_id":24,"stream_id":2,"month":"2027-03","minor_units":2000000}}\012{"table":"lead_type","id":3,"row":{"lead_type_id":3,"stream_id":2,"position":1,"name":"paid-search","title":"Paid search","share":"40%","share_ppm":400000}}\012{"table":"crm_value","id":1,"row":{"crm_value_id":1,"stream_id":2,"lead_type_id":3,"value":"Paid Search"}}\012{"table":"lead_condition","id":1,"row":{"lead_condition_id":1,"lead_type_id":3,"position":1,"condition":"number of employees >= 10"}}\012{"table":"metric","id":11,"row":{"metric_id":11,"lead_type_id":3,"metric":"mql-to-sql","from_month":null,"figure":"40%","ppm":400000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":12,"row":{"metric_id":12,"lead_type_id":3,"metric":"sql-to-opportunity","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":13,"row":{"metric_id":13,"lead_type_id":3,"metric":"win-rate","from_month":null,"figure":"40%","ppm":400000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":14,"row":{"metric_id":14,"lead_type_id":3,"metric":"average-order-value","from_month":null,"figure":"8000.00","ppm":null,"minor_units":800000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":15,"row":{"metric_id":15,"lead_type_id":3,"metric":"time-to-close","from_month":null,"figure":"30","ppm":null,"minor_units":null,"days":30,"source":"assumed","source_note":null}}\012{"table":"lead_type","id":4,"row":{"lead_type_id":4,"stream_id":2,"position":2,"name":"website-form","title":"Website form","share":"60%","share_ppm":600000}}\012{"table":"crm_value","id":2,"row":{"crm_value_id":2,"stream_id":2,"lead_type_id":4,"value":"Direct Traffic"}}\012{"table":"crm_value","id":3,"row":{"crm_value_id":3,"stream_id":2,"lead_type_id":4,"value":"Organic Search"}}\012{"table":"lead_condition","id":2,"row":{"lead_condition_id":2,"lead_type_id":4,"position":1,"condition":"number of employees >= 10"}}\012{"table":"metric","id":16,"row":{"metric_id":16,"lead_type_id":4,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"measured","source_note":"61/122, HubSpot, 2025"}}\012{"table":"metric","id":17,"row":{"metric_id":17,"lead_type_id":4,"metric":"sql-to-opportunity","from_month":null,"figure":"60%","ppm":600000,"minor_units":null,"days":null,"source":"measured","source_note":"37/61, HubSpot, 2025"}}\012{"table":"metric","id":18,"row":{"metric_id":18,"lead_type_id":4,"metric":"win-rate","from_month":null,"figure":"40%","ppm":400000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":19,"row":{"metric_id":19,"lead_type_id":4,"metric":"average-order-value","from_month":null,"figure":"8000.00","ppm":null,"minor_units":800000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":20,"row":{"metric_id":20,"lead_type_id":4,"metric":"time-to-close","from_month":null,"figure":"30","ppm":null,"minor_units":null,"days":30,"source":"assumed","source_note":null}}\012{"table":"cadence_step","id":2,"row":{"cadence_step_id":2,"version_id":2,"touches":2,"days":7}}\012{"table":"cadence_step","id":3,"row":{"cadence_step_id":3,"version_id":2,"touches":4,"days":21}}\012{"table":"staffing","id":3,"row":{"staffing_id":3,"version_id":2,"from_month":"2026-04","reps":2}}','\012',char(10)));
INSERT INTO journal_part VALUES(12,12,1,'{"table":"signature","id":4,"row":{"signature_id":4,"version_id":2,"email":"ada@acme.example","word":"signed","reason":null,"digest":"c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1","seq":12}}');
INSERT INTO journal_part VALUES(13,13,1,'{"table":"signature","id":5,"row":{"signature_id":5,"version_id":2,"email":"ben@acme.example","word":"signed","reason":null,"digest":"c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1","seq":13}}');
INSERT INTO journal_part VALUES(14,14,1,replace('{"table":"lead","id":1,"row":{"lead_id":1,"contract_id":2,"external_id":"2001","part":"","stream":null,"lead_type":"Organic Search","delivered_at":"2026-04-01T09:05:00-04:00","rep":"Eve Wu","contacted_at":"2026-04-01T10:15:00-04:00","sales_qualified_at":"2026-04-02T15:20:00-04:00","opportunity_at":"2026-04-08T10:00:00-04:00","won_at":"2026-04-29T16:10:00-04:00","lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-29T16:10:00-04:00","attributes":"{\"number of employees\":\"40\"}","told":10494,"line":2,"import_id":2,"seq":14}}\n{"table":"lead","id":2,"row":{"lead_id":2,"contract_id":2,"external_id":"2002","part":"","stream":null,"lead_type":"Direct Traffic","delivered_at":"2026-04-02T16:30:00-04:00","rep":"Eve Wu","contacted_at":"2026-04-03T09:45:00-04:00","sales_qualified_at":"2026-04-07T11:00:00-04:00","opportunity_at":"2026-04-15T09:30:00-04:00","won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-15T09:30:00-04:00","attributes":"{\"number of employees\":\"12\"}","told":10494,"line":3,"import_id":2,"seq":14}}\n{"table":"lead","id":3,"row":{"lead_id":3,"contract_id":2,"external_id":"2003","part":"","stream":null,"lead_type":"Paid Search","delivered_at":"2026-04-03T11:00:00-04:00","rep":"Tom Hale","contacted_at":"2026-04-03T14:10:00-04:00","sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-03T14:10:00-04:00","attributes":"{\"number of employees\":\"5\"}","told":10494,"line":4,"import_id":2,"seq":14}}\n{"table":"lead","id":4,"row":{"lead_id":4,"contract_id":2,"external_id":"2004","part":"","stream":null,"lead_type":"Organic Search","delivered_at":"2026-04-07T10:00:00-04:00","rep":"Tom Hale","contacted_at":"2026-04-08T15:00:00-04:00","sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-08T15:00:00-04:00","attributes":"{\"number of employees\":\"80\"}","told":10494,"line":5,"import_id":2,"seq":14}}\n{"table":"lead","id":5,"row":{"lead_id":5,"contract_id":2,"external_id":"2005","part":"","stream":null,"lead_type":"Offline Sources","delivered_at":"2026-04-09T14:00:00-04:00","rep":"Eve Wu","contacted_at":"2026-04-09T15:30:00-04:00","sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-09T15:30:00-04:00","attributes":"{\"number of employees\":\"200\"}","told":10494,"line":6,"import_id":2,"seq":14}}\n{"table":"lead","id":6,"row":{"lead_id":6,"contract_id":2,"external_id":"2006","part":"","stream":null,"lead_type":"Social Media","delivered_at":"2026-04-10T18:45:00-04:00","rep":null,"contacted_at":null,"sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-10T18:45:00-04:00","attributes":"{\"number of employees\":\"35\"}","told":10494,"line":7,"import_id":2,"seq":14}}\n{"table":"lead","id":7,"row":{"lead_id":7,"contract_id":2,"external_id":"2007","part":"","stream":null,"lead_type":"Organic Search","delivered_at":null,"rep":null,"contacted_at":null,"sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-12T21:15:00-04:00","attributes":"{\"number of employees\":\"15\"}","told":10494,"line":8,"import_id":2,"seq":14}}\n{"table":"lead","id":8,"row":{"lead_id":8,"contract_id":2,"external_id":"2008","part":"","stream":null,"lead_type":"Direct Traffic","delivered_at":"2026-04-14T12:30:00-04:00","rep":"Tom Hale","contacted_at":"2026-04-14T14:05:00-04:00","sales_qualified_at":"2026-04-17T10:00:00-04:00","opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-17T10:00:00-04:00","attributes":"{\"number of employees\":\"60\"}","told":10494,"line":9,"import_id":2,"seq":14}}\n{"table":"lead","id":9,"row":{"lead_id":9,"contract_id":2,"external_id":"2009","part":"","stream":null,"lead_type":"Paid Search","delivered_at":"2026-04-16T08:30:00-04:00","rep":"Eve Wu","contacted_at":"2026-04-16T09:40:00-04:00","sales_qualified_at":"2026-04-20T13:00:00-04:00","opportunity_at":"2026-04-22T09:00:00-04:00","won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-22T09:00:00-04:00","attributes":"{\"number of employees\":\"110\"}","told":10494,"line":10,"import_id":2,"seq":14}}\n{"table":"lead","id":10,"row":{"lead_id":10,"contract_id":2,"external_id":"2010","part":"","stream":null,"lead_type":"Organic Search","delivered_at":"2026-04-22T15:50:00-04:00","rep":"Tom Hale","contacted_at":"2026-04-24T11:30:00-04:00","sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-04-24T11:30:00-04:00","attributes":"{\"number of employees\":\"18\"}","told":10494,"line":11,"import_id":2,"seq":14}}\n{"table":"lead","id":11,"row":{"lead_id":11,"contract_id":2,"external_id":"2011","part":"","stream":null,"lead_type":"Organic Search","delivered_at":"2026-05-04T11:20:00-04:00","rep":"Eve Wu","contacted_at":"2026-05-04T13:00:00-04:00","sales_qualified_at":"2026-05-07T16:00:00-04:00","opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-07T16:00:00-04:00","attributes":"{\"number of employees\":\"26\"}","told":10494,"line":12,"import_id":2,"seq":14}}\n{"table":"lead","id":12,"row":{"lead_id":12,"contract_id":2,"external_id":"2012","part":"","stream":null,"lead_type":"Direct Traffic","delivered_at":"2026-05-08T09:15:00-04:00","rep":"Tom Hale","contacted_at":null,"sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-08T09:15:00-04:00","attributes":"{\"number of employees\":\"55\"}","told":10494,"line":13,"import_id":2,"seq":14}}\n{"table":"lead","id":13,"row":{"lead_id":13,"contract_id":2,"external_id":"2013","part":"","stream":null,"lead_type":"Paid Search","delivered_at":"2026-05-12T14:30:00-04:00","rep":"Eve Wu","contacted_at":null,"sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-12T14:30:00-04:00","attributes":"{\"number of employees\":\"13\"}","told":10494,"line":14,"import_id":2,"seq":14}}\n{"table":"lead","id":14,"row":{"lead_id":14,"contract_id":2,"external_id":"2014","part":"","stream":null,"lead_type":"Organic Search","delivered_at":"2026-05-14T16:30:00-04:00","rep":"Tom Hale","contacted_at":null,"sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-14T16:30:00-04:00","attributes":"{\"number of employees\":\"300\"}","told":10494,"line":15,"import_id":2,"seq":14}}\n{"table":"import","id":2,"row":{"import_id":2,"contract_id":2,"kind":"leads","file_name":"examples/hubspot-contacts.csv","file_digest":"83089af494bf35b3598f345bc1669d3bad0de1a4005d625285679e3d44a3c9b0","rows":14,"seq":14}}','\n',char(10)));
INSERT INTO journal_part VALUES(15,15,1,replace('{"table":"lead","id":15,"row":{"lead_id":15,"contract_id":2,"external_id":"2001","part":"deal 7001","stream":null,"lead_type":null,"delivered_at":null,"rep":"Eve Wu","contacted_at":null,"sales_qualified_at":null,"opportunity_at":"2026-04-08T10:00:00-04:00","won_at":"2026-04-29T16:10:00-04:00","lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":840000,"currency":"USD","modified_at":null,"attributes":null,"told":24012,"line":2,"import_id":3,"seq":15}}\n{"table":"lead","id":16,"row":{"lead_id":16,"contract_id":2,"external_id":"2002","part":"deal 7002","stream":null,"lead_type":null,"delivered_at":null,"rep":"Eve Wu","contacted_at":null,"sales_qualified_at":null,"opportunity_at":"2026-04-15T09:30:00-04:00","won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":1200000,"currency":"USD","modified_at":null,"attributes":null,"told":24012,"line":3,"import_id":3,"seq":15}}\n{"table":"lead","id":17,"row":{"lead_id":17,"contract_id":2,"external_id":"2009","part":"deal 7003","stream":null,"lead_type":null,"delivered_at":null,"rep":"Eve Wu","contacted_at":null,"sales_qualified_at":null,"opportunity_at":"2026-04-22T09:00:00-04:00","won_at":null,"lost_at":"2026-05-06T17:00:00-04:00","disqualified_at":null,"reason":"Price","stage":null,"ending":null,"amount_minor_units":650000,"currency":"USD","modified_at":null,"attributes":null,"told":24012,"line":4,"import_id":3,"seq":15}}\n{"table":"lead","id":18,"row":{"lead_id":18,"contract_id":2,"external_id":"deal 7004","part":"deal 7004","stream":null,"lead_type":null,"delivered_at":"2026-05-11T10:00:00-04:00","rep":"Tom Hale","contacted_at":null,"sales_qualified_at":null,"opportunity_at":"2026-05-11T10:00:00-04:00","won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":null,"attributes":null,"told":24012,"line":5,"import_id":3,"seq":15}}\n{"table":"import","id":3,"row":{"import_id":3,"contract_id":2,"kind":"leads","file_name":"examples/hubspot-deals.csv","file_digest":"f20dd513593866952326badbac1df800409d4af7b503209b2e8a4bc85af4d47c","rows":4,"seq":15}}','\n',char(10)));
INSERT INTO journal_part VALUES(16,16,1,replace('{"table":"touch","id":1,"row":{"touch_id":1,"contract_id":2,"external_id":"31","lead":"2001","touched_at":"2026-04-01T10:15:00-04:00","kind":"Call","rep":"Eve Wu","is_automatic":0,"line":2,"import_id":4,"seq":16}}\n{"table":"touch","id":2,"row":{"touch_id":2,"contract_id":2,"external_id":"32","lead":"2001","touched_at":"2026-04-02T15:00:00-04:00","kind":"Meeting","rep":"Eve Wu","is_automatic":0,"line":3,"import_id":4,"seq":16}}\n{"table":"touch","id":3,"row":{"touch_id":3,"contract_id":2,"external_id":"33","lead":"2001","touched_at":"2026-04-07T09:20:00-04:00","kind":"E-mail","rep":"Eve Wu","is_automatic":0,"line":4,"import_id":4,"seq":16}}\n{"table":"touch","id":4,"row":{"touch_id":4,"contract_id":2,"external_id":"34","lead":"2001","touched_at":"2026-04-14T11:00:00-04:00","kind":"Call","rep":"Eve Wu","is_automatic":0,"line":5,"import_id":4,"seq":16}}\n{"table":"touch","id":5,"row":{"touch_id":5,"contract_id":2,"external_id":"35","lead":"2002","touched_at":"2026-04-03T09:45:00-04:00","kind":"E-mail","rep":"Eve Wu","is_automatic":0,"line":6,"import_id":4,"seq":16}}\n{"table":"touch","id":6,"row":{"touch_id":6,"contract_id":2,"external_id":"36","lead":"2002","touched_at":"2026-04-07T10:30:00-04:00","kind":"Call","rep":"Eve Wu","is_automatic":0,"line":7,"import_id":4,"seq":16}}\n{"table":"touch","id":7,"row":{"touch_id":7,"contract_id":2,"external_id":"37","lead":"2003","touched_at":"2026-04-03T14:10:00-04:00","kind":"Call","rep":"Tom Hale","is_automatic":0,"line":8,"import_id":4,"seq":16}}\n{"table":"touch","id":8,"row":{"touch_id":8,"contract_id":2,"external_id":"38","lead":"2004","touched_at":"2026-04-07T10:01:00-04:00","kind":"Automatic reply","rep":"Tom Hale","is_automatic":1,"line":9,"import_id":4,"seq":16}}\n{"table":"touch","id":9,"row":{"touch_id":9,"contract_id":2,"external_id":"39","lead":"2004","touched_at":"2026-04-08T15:00:00-04:00","kind":"Call","rep":"Tom Hale","is_automatic":0,"line":10,"import_id":4,"seq":16}}\n{"table":"touch","id":10,"row":{"touch_id":10,"contract_id":2,"external_id":"40","lead":"2008","touched_at":"2026-04-14T14:05:00-04:00","kind":"Call","rep":"Tom Hale","is_automatic":0,"line":11,"import_id":4,"seq":16}}\n{"table":"touch","id":11,"row":{"touch_id":11,"contract_id":2,"external_id":"41","lead":"2008","touched_at":"2026-04-17T09:30:00-04:00","kind":"Call","rep":"Tom Hale","is_automatic":0,"line":12,"import_id":4,"seq":16}}\n{"table":"touch","id":12,"row":{"touch_id":12,"contract_id":2,"external_id":"42","lead":"2009","touched_at":"2026-04-16T09:40:00-04:00","kind":"E-mail","rep":"Eve Wu","is_automatic":0,"line":13,"import_id":4,"seq":16}}\n{"table":"touch","id":13,"row":{"touch_id":13,"contract_id":2,"external_id":"43","lead":"2009","touched_at":"2026-04-20T12:45:00-04:00","kind":"Call","rep":"Eve Wu","is_automatic":0,"line":14,"import_id":4,"seq":16}}\n{"table":"touch","id":14,"row":{"touch_id":14,"contract_id":2,"external_id":"44","lead":"2010","touched_at":"2026-04-24T11:30:00-04:00","kind":"E-mail","rep":"Tom Hale","is_automatic":0,"line":15,"import_id":4,"seq":16}}\n{"table":"touch","id":15,"row":{"touch_id":15,"contract_id":2,"external_id":"45","lead":"2011","touched_at":"2026-05-04T13:00:00-04:00","kind":"Call","rep":"Eve Wu","is_automatic":0,"line":16,"import_id":4,"seq":16}}\n{"table":"touch","id":16,"row":{"touch_id":16,"contract_id":2,"external_id":"46","lead":"2011","touched_at":"2026-05-07T15:00:00-04:00","kind":"Meeting","rep":"Eve Wu","is_automatic":0,"line":17,"import_id":4,"seq":16}}\n{"table":"touch","id":17,"row":{"touch_id":17,"contract_id":2,"external_id":"47","lead":"2012","touched_at":"2026-05-08T09:16:00-04:00","kind":"Automatic reply","rep":null,"is_automatic":1,"line":18,"import_id":4,"seq":16}}\n{"table":"touch","id":18,"row":{"touch_id":18,"contract_id":2,"external_id":"48","lead":"2013","touched_at":"2026-05-12T14:31:00-04:00","kind":"Automatic reply","rep":null,"is_automatic":1,"line":19,"import_id":4,"seq":16}}\n{"table":"import","id":4,"row":{"import_id":4,"contract_id":2,"kind":"touches","file_name":"examples/activities.csv","file_digest":"78e2c41b3ea880f53b404327d6bf89a2336bcf0a983ed7e9c1ce589737b48d6e","rows":18,"seq":16}}','\n',char(10)));
INSERT INTO journal_part VALUES(17,17,1,'{"table":"dispute","id":1,"row":{"dispute_id":1,"contract_id":2,"lead":"2013","word":"rejected","reason":"a student","seq":17}}');
INSERT INTO journal_part VALUES(18,18,1,replace('{"table":"contract","id":3,"row":{"contract_id":3,"name":"keys-2026","seq":18}}\012{"table":"version","id":3,"row":{"version_id":3,"contract_id":3,"number":1,"name":"keys-2026","title":"Pair, marketing and sales 2026","term_first":"2026-01","term_last":"2026-12","effective":"2026-01","currency":"USD","minor_units_per_unit":100,"calendar":"month","fiscal_year_starts":1,"tolerance":"10%","tolerance_ppm":100000,"sustained_after":2,"first_contact_minutes":1440,"first_contact_share":"90%","first_contact_share_ppm":900000,"business_hours":null,"cadence_share":"80%","cadence_share_ppm":800000,"leads_per_rep":100,"text":"format: 1\ncontract: \"keys-2026\"\ntitle: \"Pair, marketing and sales 2026\"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  \"smb\":\n    title: \"smb\"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      \"outbound\":\n        title: \"outbound\"\n        share: 40%\n        mql-to-sql: {value: 50%, source: \"assumed\"}\n        sql-to-opportunity: {value: 50%, source: \"assumed\"}\n        win-rate: {value: 20%, source: \"assumed\"}\n        average-order-value: {value: 5000.00, source: \"assumed\"}\n        time-to-close: {value: 60 days, source: \"assumed\"}\n      \"web\":\n        title: \"web\"\n        share: 60%\n        mql-to-sql: {value: 50%, source: \"measured 400/800, HubSpot, 2025\"}\n        sql-to-opportunity: {value: 80%, source: \"assumed\"}\n        win-rate: {value: 25%, source: \"assumed\"}\n        average-order-value: {value: 2000.00, source: \"assumed\"}\n        time-to-close: {value: 30 days, source: \"assumed\"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  \"csat\": {title: \"Customer satisfaction\", owner: sales, unit: \"points of 5\", target: at least 4.5}\nsignatories:\n  - {name: \"Ada Li\", email: \"ada@acme.example\", team: marketing, role: \"Head of Marketing\", owes: \"Leads worth the value due each month.\", key: \"required\"}\n  - {name: \"Ben Okafor\", email: \"ben@acme.example\", team: sales, role: \"Head of Sales\", owes: \"First contact within a day, and three touches in two weeks.\"}\n","digest":"5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d","note":null,"seq":18,"time_zone":null,"delivery_source":null,"rejection_days":null,"rejection_is_business":null}}\012{"table":"signatory","id":5,"row":{"signatory_id":5,"version_id":3,"position":1,"name":"Ada Li","email":"ada@acme.example","team":"marketing","role":"Head of Marketing","owes":"Leads worth the value due each month."}}\012{"table":"key_clause","id":1,"row":{"key_clause_id":1,"signatory_id":5,"signing_key":"required"}}\012{"table":"signatory","id":6,"row":{"signatory_id":6,"version_id":3,"position":2,"name":"Ben Okafor","email":"ben@acme.example","team":"sales","role":"Head of Sales","owes":"First contact within a day, and three touches in two weeks."}}\012{"table":"holiday","id":8,"row":{"holiday_id":8,"version_id":3,"day":"2026-01-01"}}\012{"table":"stream","id":3,"row":{"stream_id":3,"version_id":3,"position":1,"name":"smb","title":"smb","retention":"20%","retention_ppm":200000,"margin":"50%","margin_ppm":500000}}\012{"table":"quota","id":25,"row":{"quota_id":25,"stream_id":3,"month":"2026-01","minor_units":10000000}}\012{"table":"quota","id":26,"row":{"quota_id":26,"stream_id":3,"month":"2026-02","minor_units":10000000}}\012{"table":"quota","id":27,"row":{"quota_id":27,"stream_id":3,"month":"2026-03","minor_units":10000000}}\012{"table":"quota","id":28,"row":{"quota_id":28,"stream_id":3,"month":"2026-04","minor_units":10000000}}\012{"table":"quota","id":29,"row":{"quota_id":29,"stream_id":3,"month":"2026-05","minor_units":10000000}}\012{"table":"quota","id":30,"row":{"quota_id":30,"stream_id":3,"month":"2026-06","minor_units":10000000}}\012{"table":"quota","id":31,"row":{"quota_id":31,"stream_id":3,"month":"2026-07","minor_units":10000000}}\012{"table":"quota","id":32,"row":{"quota_id":32,"stream_id":3,"month":"2026-08","minor_units":10000000}}\012{"table":"quota","id":33,"row":{"quota_id":33,"stream_id":3,"month":"2026-09","minor_units":10000000}}\012{"table":"quota","id":34,"row":{"quota_id":34,"stream_id":3,"month":"2026-10","minor_units":10000000}}\012{"table":"quota","id":35,"row":{"quota_id":35,"stream_id":3,"month":"2026-11","minor_units":10000000}}\012{"table":"quota","id":36,"row":{"quota_id":36,"stream_id":3,"month":"2026-12","minor_units":10000000}}\012{"table":"lead_type","id":5,"row":{"lead_type_id":5,"stream_id":3,"position":1,"name":"outbound","title":"outbound","share":"40%","share_ppm":400000}}\012{"table":"metric","id":21,"row":{"metric_id":21,"lead_type_id":5,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":22,"row":{"metric_id":22,"lead_type_id":5,"metric":"sql-to-opportunity","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":23,"row":{"metric_id":23,"lead_type_id":5,"metric":"win-rate","from_month":null,"figure":"20%","ppm":200000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":24,"row":{"metric_id":24,"lead_type_id":5,"metric":"average-order-value","from_month":null,"figure":"5000.00","ppm":null,"minor_units":500000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":25,"row":{"metric_id":25,"lead_type_id":5,"metric":"time-to-close","from_month":null,"figure":"60","ppm":null,"minor_units":null,"days":60,"source":"assumed","source_note":null}}\012{"table":"lead_type","id":6,"row":{"lead_type_id":6,"stream_id":3,"position":2,"name":"web","title":"web","share":"60%","share_ppm":600000}}\012{"table":"metric","id":26,"row":{"metric_id":26,"lead_type_id":6,"metric":"mql-to-sql","from_month":null,"figure":"50%","ppm":500000,"minor_units":null,"days":null,"source":"measured","source_note":"400/800, HubSpot, 2025"}}\012{"table":"metric","id":27,"row":{"metric_id":27,"lead_type_id":6,"metric":"sql-to-opportunity","from_month":null,"figure":"80%","ppm":800000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":28,"row":{"metric_id":28,"lead_type_id":6,"metric":"win-rate","from_month":null,"figure":"25%","ppm":250000,"minor_units":null,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":29,"row":{"metric_id":29,"lead_type_id":6,"metric":"average-order-value","from_month":null,"figure":"2000.00","ppm":null,"minor_units":200000,"days":null,"source":"assumed","source_note":null}}\012{"table":"metric","id":30,"row":{"metric_id":30,"lead_type_id":6,"metric":"time-to-close","from_month":null,"figure":"30","ppm":null,"minor_units":null,"days":30,"source":"assumed","source_note":null}}\012{"table":"cadence_step","id":4,"row":{"cadence_step_id":4,"version_id":3,"touches":3,"days":14}}\012{"table":"staffing","id":4,"row":{"staffing_id":4,"version_id":3,"from_month":"2026-01","reps":4}}\012{"table":"staffing","id":5,"row":{"staffing_id":5,"version_id":3,"from_month":"2026-07","reps":3}}\012{"table":"measure","id":2,"row":{"measure_id":2,"version_id":3,"position":1,"name":"csat","title":"Customer satisfaction","owner":"sales","unit":"points of 5","target_millionths":4500000,"direction":"at least"}}\012{"table":"version_source","id":1,"row":{"version_source_id":1,"version_id":3,"text":"# Small round numbers to check by hand: a web lead is worth $200, an outbound lead $250.\ncontract: keys-2026\ntitle: Pair, marketing and sales 2026\nterm: 2026-01..2026-12\ncurrency: USD\nholidays: [2026-01-01]\nstreams:\n  smb:\n    quota: 100,000 per month\n    retention: 20%\n    margin: 50%\n    lead-types:\n      web:\n        share: 60%\n        mql-to-sql: {value: 50%, source: \"measured 400/800, HubSpot, 2025\"}\n        sql-to-opportunity: 80%\n        win-rate: 25%\n        average-order-value: 2,000\n        time-to-close: 30 days\n      outbound:\n        share: 40%\n        mql-to-sql: 50%\n        sql-to-opportunity: 50%\n        win-rate: 20%\n        average-order-value: 5,000\n        time-to-close: 60 days\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  csat: {title: Customer satisfaction, owner: sales, unit: points of 5, target: at least 4.5}\nsignatories:\n  - name: Ada Li\n    email: ada@acme.example\n    team: marketing\n    role: Head of Marketing\n    key: required\n    owes: Leads worth the value due each month.\n  - name: Ben Okafor\n    email: ben@acme.example\n    team: sales\n    role: Head of Sales\n    owes: First contact within a day, and three touches in two weeks.\n"}}','\012',char(10)));
INSERT INTO journal_part VALUES(19,19,1,replace('{"table":"signature","id":6,"row":{"signature_id":6,"version_id":3,"email":"ada@acme.example","word":"signed","reason":null,"digest":"5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d","seq":19}}\012{"table":"signature_key","id":1,"row":{"signature_key_id":1,"signature_id":6,"public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEvi9YKyKDkdJjJmC2zGVoVhHwQ7djD0YIGCDh4KyJYR","fingerprint":"SHA256:iCnL1qNre9JjTztn8WAUR3IWuqQ2NLcWcQxYZAUJ2vY","armoured":"-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgS+L1grIoOR0mMmYLbMZWhWEfBD\nt2MPRggYIOHgrIlhEAAAAIbGVhZHBhY3QAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk\nMjU1MTkAAABARHtawPzZPdpu6MiGcnWWD7j9Gj86NIz0tk6HuXFCHt6iIK/6ocnr8HZSEn\n7tVLI8RVSVoW8/Y2Rh39w/d+wBAg==\n-----END SSH SIGNATURE-----\n"}}','\012',char(10)));
INSERT INTO journal_part VALUES(20,20,1,'{"table":"signature","id":7,"row":{"signature_id":7,"version_id":3,"email":"ben@acme.example","word":"signed","reason":null,"digest":"5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d","seq":20}}');
INSERT INTO journal_part VALUES(21,21,1,'{"table":"delivery","id":6,"row":{"delivery_id":6,"contract_id":3,"stream":"smb","lead_type":"web","first_day":"2026-05-14","last_day":"2026-05-14","count":9,"kind":"logged","reason":null,"import_id":null,"seq":21}}');
INSERT INTO journal_part VALUES(22,22,1,replace('{"table":"lead","id":19,"row":{"lead_id":19,"contract_id":2,"external_id":"2003","part":"","stream":null,"lead_type":"Paid Search","delivered_at":"2026-04-03T11:00:00-04:00","rep":"Tom Hale","contacted_at":"2026-04-03T14:10:00-04:00","sales_qualified_at":"2026-05-12T09:00:00-04:00","opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-12T09:00:00-04:00","attributes":"{\"number of employees\":\"5\"}","told":10494,"line":4,"import_id":5,"seq":22}}\n{"table":"lead","id":20,"row":{"lead_id":20,"contract_id":2,"external_id":"2099","part":"","stream":null,"lead_type":"Paid Search","delivered_at":"2026-05-11T11:00:00-04:00","rep":"Tom Hale","contacted_at":"2026-05-11T14:10:00-04:00","sales_qualified_at":null,"opportunity_at":null,"won_at":null,"lost_at":null,"disqualified_at":null,"reason":null,"stage":null,"ending":null,"amount_minor_units":null,"currency":null,"modified_at":"2026-05-11T14:10:00-04:00","attributes":"{\"number of employees\":\"50\"}","told":10494,"line":16,"import_id":5,"seq":22}}\n{"table":"import","id":5,"row":{"import_id":5,"contract_id":2,"kind":"leads","file_name":"contacts-may.csv","file_digest":"9421e8f8b71be6a7e86690291af6e6e8f283c9b1e006ce78f6f55158f957faa8","rows":2,"seq":22}}','\n',char(10)));
INSERT INTO journal_part VALUES(23,23,1,replace('{"table":"lead","id":21,"row":{"lead_id":21,"contract_id":2,"external_id":"3001","part":"","stream":"smb","lead_type":"Paid Search","delivered_at":"2026-05-12T09:15:00-04:00","rep":"Tom Hale","sales_qualified_at":"2026-05-13","attributes":"{\"number of employees\":\"40\"}","told":1071,"line":2,"import_id":6,"seq":23}}\n{"table":"lead","id":22,"row":{"lead_id":22,"contract_id":2,"external_id":"3002","part":"","stream":"smb","lead_type":"Organic Search","delivered_at":"2026-05-14T16:40:00-04:00","rep":"Eve Wu","reason":"Too small, \"not now\"","attributes":"{\"number of employees\":\"3\"}","told":1071,"line":3,"import_id":6,"seq":23}}\n{"table":"lead","id":23,"row":{"lead_id":23,"contract_id":2,"external_id":"2099","part":"","stream":"smb","lead_type":"Paid Search","delivered_at":"2026-05-11T11:00:00-04:00","rep":"Eve Wu","contacted_at":"2026-05-11T14:10:00-04:00","sales_qualified_at":"2026-05-12","modified_at":"2026-05-11T14:10:00-04:00","attributes":"{\"number of employees\":\"25\"}","told":11519,"line":4,"import_id":6,"seq":23}}\n{"table":"import","id":6,"row":{"import_id":6,"contract_id":2,"kind":"leads","file_name":"may2.csv","file_digest":"7626fba7f0151374f2035592f15a73e8944aa3582fc5bd03996c324b4af840fa","rows":3,"seq":23}}','\n',char(10)));
INSERT INTO journal_part VALUES(24,24,1,replace('{"table":"touch","id":19,"row":{"touch_id":19,"contract_id":2,"external_id":"3001 2026-05-12T10:00:00-04:00 call Tom Hale","lead":"3001","touched_at":"2026-05-12T10:00:00-04:00","kind":"call","rep":"Tom Hale","is_automatic":0,"line":2,"import_id":7,"seq":24}}\n{"table":"touch","id":20,"row":{"touch_id":20,"contract_id":2,"external_id":"3002 2026-05-14 email Eve Wu","lead":"3002","touched_at":"2026-05-14","kind":"email","rep":"Eve Wu","is_automatic":0,"line":3,"import_id":7,"seq":24}}\n{"table":"touch","id":21,"row":{"touch_id":21,"contract_id":2,"external_id":"3002 2026-05-14 email Eve Wu #2","lead":"3002","touched_at":"2026-05-14","kind":"email","rep":"Eve Wu","is_automatic":0,"line":4,"import_id":7,"seq":24}}\n{"table":"import","id":7,"row":{"import_id":7,"contract_id":2,"kind":"touches","file_name":"calls2.csv","file_digest":"406b22ebcf9e2f080b6c0533338bfaa5a26de38cec0fdeddff459bb9dddf6f0f","rows":3,"seq":24}}','\n',char(10)));
CREATE TABLE contract (
  contract_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO contract VALUES(1,'pair-2026',1);
INSERT INTO contract VALUES(2,'leads-2026',11);
INSERT INTO contract VALUES(3,'keys-2026',18);
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
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED, time_zone TEXT CHECK (time_zone <> ''), delivery_source TEXT CHECK (delivery_source IN ('logged', 'leads')), rejection_days INTEGER CHECK (rejection_days BETWEEN 1 AND 365), rejection_is_business INTEGER
  CHECK (rejection_is_business IN (0, 1))
  CHECK ((rejection_is_business IS NULL) = (rejection_days IS NULL)),
  UNIQUE (contract_id, number),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share IS NULL)),
  CHECK ((first_contact_minutes IS NULL) = (first_contact_share_ppm IS NULL)),
  CHECK (business_hours IS NULL OR first_contact_minutes IS NOT NULL)
) STRICT;
INSERT INTO version VALUES(1,1,1,'pair-2026','Pair, marketing and sales 2026','2026-01','2026-12','2026-01','USD',100,'month',1,'10%',100000,2,1440,'90%',900000,NULL,'80%',800000,100,replace('format: 1\ncontract: "pair-2026"\ntitle: "Pair, marketing and sales 2026"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  "smb":\n    title: "smb"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      "outbound":\n        title: "outbound"\n        share: 40%\n        mql-to-sql: {value: 50%, source: "assumed"}\n        sql-to-opportunity: {value: 50%, source: "assumed"}\n        win-rate: {value: 20%, source: "assumed"}\n        average-order-value: {value: 5000.00, source: "assumed"}\n        time-to-close: {value: 60 days, source: "assumed"}\n      "web":\n        title: "web"\n        share: 60%\n        mql-to-sql: {value: 50%, source: "measured 400/800, HubSpot, 2025"}\n        sql-to-opportunity: {value: 80%, source: "assumed"}\n        win-rate: {value: 25%, source: "assumed"}\n        average-order-value: {value: 2000.00, source: "assumed"}\n        time-to-close: {value: 30 days, source: "assumed"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  "csat": {title: "Customer satisfaction", owner: sales, unit: "points of 5", target: at least 4.5}\nsignatories:\n  - {name: "Ada Li", email: "ada@acme.example", team: marketing, role: "Head of Marketing", owes: "Leads worth the value due each month."}\n  - {name: "Ben Okafor", email: "ben@acme.example", team: sales, role: "Head of Sales", owes: "First contact within a day, and three touches in two weeks."}\n','\n',char(10)),'4e5428898a36ec70c1fde074fdbec63d3b02b16c81638aa18e5026073e1a23a1',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO version VALUES(2,2,1,'leads-2026','Northwind, marketing and sales 2026','2026-04','2027-03','2026-04','USD',100,'month',1,'10%',100000,2,240,'90%',900000,'mon-fri 09:00-17:00','80%',800000,40,replace('format: 1\ncontract: "leads-2026"\ntitle: "Northwind, marketing and sales 2026"\nterm: 2026-04..2027-03\neffective: 2026-04\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-05-25, 2026-07-03, 2026-09-07, 2026-11-26, 2026-12-25, 2027-01-01]\ntime-zone: "America/New_York"\ndeliveries: leads\ntolerance: 10%\nsustained-after: 2\nstages:\n  mql: "A contact at a company of at least ten people who asked for something"\n  sql: "An MQL that a rep has spoken to and who has a need, a budget and a date"\n  opportunity: "An SQL with a quote"\n  won: "The order is signed"\nstreams:\n  "services":\n    title: "Services"\n    quota:\n      2026-04: 20000.00\n      2026-05: 20000.00\n      2026-06: 20000.00\n      2026-07: 20000.00\n      2026-08: 20000.00\n      2026-09: 20000.00\n      2026-10: 20000.00\n      2026-11: 20000.00\n      2026-12: 20000.00\n      2027-01: 20000.00\n      2027-02: 20000.00\n      2027-03: 20000.00\n    retention: 0%\n    lead-types:\n      "paid-search":\n        title: "Paid search"\n        share: 40%\n        crm-values: ["Paid Search"]\n        qualifies: ["number of employees >= 10"]\n        mql-to-sql: {value: 40%, source: "assumed"}\n        sql-to-opportunity: {value: 50%, source: "assumed"}\n        win-rate: {value: 40%, source: "assumed"}\n        average-order-value: {value: 8000.00, source: "assumed"}\n        time-to-close: {value: 30 days, source: "assumed"}\n      "website-form":\n        title: "Website form"\n        share: 60%\n        crm-values: ["Direct Traffic", "Organic Search"]\n        qualifies: ["number of employees >= 10"]\n        mql-to-sql: {value: 50%, source: "measured 61/122, HubSpot, 2025"}\n        sql-to-opportunity: {value: 60%, source: "measured 37/61, HubSpot, 2025"}\n        win-rate: {value: 40%, source: "assumed"}\n        average-order-value: {value: 8000.00, source: "assumed"}\n        time-to-close: {value: 30 days, source: "assumed"}\nsales:\n  first-contact: {within: 4 business hours, share: 90%}\n  business-hours: mon-fri 09:00-17:00\n  cadence: {share: 80%, steps: [2 in 7 days, 4 in 21 days]}\n  capacity: {leads-per-rep: 40, reps: {2026-04: 2}}\n  reject-within: 5 business days\nsignatories:\n  - {name: "Ada Li", email: "ada@acme.example", team: marketing, role: "Head of Marketing", owes: ""}\n  - {name: "Ben Okafor", email: "ben@acme.example", team: sales, role: "Head of Sales", owes: ""}\n','\n',char(10)),'c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1',NULL,11,'America/New_York','leads',5,1);
INSERT INTO version VALUES(3,3,1,'keys-2026','Pair, marketing and sales 2026','2026-01','2026-12','2026-01','USD',100,'month',1,'10%',100000,2,1440,'90%',900000,NULL,'80%',800000,100,replace('format: 1\ncontract: "keys-2026"\ntitle: "Pair, marketing and sales 2026"\nterm: 2026-01..2026-12\neffective: 2026-01\ncurrency: USD\ncalendar: month\nfiscal-year-starts: 1\nholidays: [2026-01-01]\ntolerance: 10%\nsustained-after: 2\nstreams:\n  "smb":\n    title: "smb"\n    quota:\n      2026-01: 100000.00\n      2026-02: 100000.00\n      2026-03: 100000.00\n      2026-04: 100000.00\n      2026-05: 100000.00\n      2026-06: 100000.00\n      2026-07: 100000.00\n      2026-08: 100000.00\n      2026-09: 100000.00\n      2026-10: 100000.00\n      2026-11: 100000.00\n      2026-12: 100000.00\n    retention: 20%\n    margin: 50%\n    lead-types:\n      "outbound":\n        title: "outbound"\n        share: 40%\n        mql-to-sql: {value: 50%, source: "assumed"}\n        sql-to-opportunity: {value: 50%, source: "assumed"}\n        win-rate: {value: 20%, source: "assumed"}\n        average-order-value: {value: 5000.00, source: "assumed"}\n        time-to-close: {value: 60 days, source: "assumed"}\n      "web":\n        title: "web"\n        share: 60%\n        mql-to-sql: {value: 50%, source: "measured 400/800, HubSpot, 2025"}\n        sql-to-opportunity: {value: 80%, source: "assumed"}\n        win-rate: {value: 25%, source: "assumed"}\n        average-order-value: {value: 2000.00, source: "assumed"}\n        time-to-close: {value: 30 days, source: "assumed"}\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  "csat": {title: "Customer satisfaction", owner: sales, unit: "points of 5", target: at least 4.5}\nsignatories:\n  - {name: "Ada Li", email: "ada@acme.example", team: marketing, role: "Head of Marketing", owes: "Leads worth the value due each month.", key: "required"}\n  - {name: "Ben Okafor", email: "ben@acme.example", team: sales, role: "Head of Sales", owes: "First contact within a day, and three touches in two weeks."}\n','\n',char(10)),'5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d',NULL,18,NULL,NULL,NULL,NULL);
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
INSERT INTO signatory VALUES(3,2,1,'Ada Li','ada@acme.example','marketing','Head of Marketing','');
INSERT INTO signatory VALUES(4,2,2,'Ben Okafor','ben@acme.example','sales','Head of Sales','');
INSERT INTO signatory VALUES(5,3,1,'Ada Li','ada@acme.example','marketing','Head of Marketing','Leads worth the value due each month.');
INSERT INTO signatory VALUES(6,3,2,'Ben Okafor','ben@acme.example','sales','Head of Sales','First contact within a day, and three touches in two weeks.');
CREATE TABLE stage (
  stage_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  stage TEXT NOT NULL CHECK (stage IN ('mql', 'sql', 'opportunity', 'won')),
  meaning TEXT NOT NULL,
  UNIQUE (version_id, stage)
) STRICT;
INSERT INTO stage VALUES(1,2,'mql','A contact at a company of at least ten people who asked for something');
INSERT INTO stage VALUES(2,2,'sql','An MQL that a rep has spoken to and who has a need, a budget and a date');
INSERT INTO stage VALUES(3,2,'opportunity','An SQL with a quote');
INSERT INTO stage VALUES(4,2,'won','The order is signed');
CREATE TABLE holiday (
  holiday_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  UNIQUE (version_id, day)
) STRICT;
INSERT INTO holiday VALUES(1,1,'2026-01-01');
INSERT INTO holiday VALUES(2,2,'2026-05-25');
INSERT INTO holiday VALUES(3,2,'2026-07-03');
INSERT INTO holiday VALUES(4,2,'2026-09-07');
INSERT INTO holiday VALUES(5,2,'2026-11-26');
INSERT INTO holiday VALUES(6,2,'2026-12-25');
INSERT INTO holiday VALUES(7,2,'2027-01-01');
INSERT INTO holiday VALUES(8,3,'2026-01-01');
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
INSERT INTO stream VALUES(2,2,1,'services','Services','0%',0,NULL,NULL);
INSERT INTO stream VALUES(3,3,1,'smb','smb','20%',200000,'50%',500000);
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
INSERT INTO quota VALUES(13,2,'2026-04',2000000);
INSERT INTO quota VALUES(14,2,'2026-05',2000000);
INSERT INTO quota VALUES(15,2,'2026-06',2000000);
INSERT INTO quota VALUES(16,2,'2026-07',2000000);
INSERT INTO quota VALUES(17,2,'2026-08',2000000);
INSERT INTO quota VALUES(18,2,'2026-09',2000000);
INSERT INTO quota VALUES(19,2,'2026-10',2000000);
INSERT INTO quota VALUES(20,2,'2026-11',2000000);
INSERT INTO quota VALUES(21,2,'2026-12',2000000);
INSERT INTO quota VALUES(22,2,'2027-01',2000000);
INSERT INTO quota VALUES(23,2,'2027-02',2000000);
INSERT INTO quota VALUES(24,2,'2027-03',2000000);
INSERT INTO quota VALUES(25,3,'2026-01',10000000);
INSERT INTO quota VALUES(26,3,'2026-02',10000000);
INSERT INTO quota VALUES(27,3,'2026-03',10000000);
INSERT INTO quota VALUES(28,3,'2026-04',10000000);
INSERT INTO quota VALUES(29,3,'2026-05',10000000);
INSERT INTO quota VALUES(30,3,'2026-06',10000000);
INSERT INTO quota VALUES(31,3,'2026-07',10000000);
INSERT INTO quota VALUES(32,3,'2026-08',10000000);
INSERT INTO quota VALUES(33,3,'2026-09',10000000);
INSERT INTO quota VALUES(34,3,'2026-10',10000000);
INSERT INTO quota VALUES(35,3,'2026-11',10000000);
INSERT INTO quota VALUES(36,3,'2026-12',10000000);
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
INSERT INTO lead_type VALUES(3,2,1,'paid-search','Paid search','40%',400000);
INSERT INTO lead_type VALUES(4,2,2,'website-form','Website form','60%',600000);
INSERT INTO lead_type VALUES(5,3,1,'outbound','outbound','40%',400000);
INSERT INTO lead_type VALUES(6,3,2,'web','web','60%',600000);
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
INSERT INTO metric VALUES(11,3,'mql-to-sql',NULL,'40%',400000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(12,3,'sql-to-opportunity',NULL,'50%',500000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(13,3,'win-rate',NULL,'40%',400000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(14,3,'average-order-value',NULL,'8000.00',NULL,800000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(15,3,'time-to-close',NULL,'30',NULL,NULL,30,'assumed',NULL);
INSERT INTO metric VALUES(16,4,'mql-to-sql',NULL,'50%',500000,NULL,NULL,'measured','61/122, HubSpot, 2025');
INSERT INTO metric VALUES(17,4,'sql-to-opportunity',NULL,'60%',600000,NULL,NULL,'measured','37/61, HubSpot, 2025');
INSERT INTO metric VALUES(18,4,'win-rate',NULL,'40%',400000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(19,4,'average-order-value',NULL,'8000.00',NULL,800000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(20,4,'time-to-close',NULL,'30',NULL,NULL,30,'assumed',NULL);
INSERT INTO metric VALUES(21,5,'mql-to-sql',NULL,'50%',500000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(22,5,'sql-to-opportunity',NULL,'50%',500000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(23,5,'win-rate',NULL,'20%',200000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(24,5,'average-order-value',NULL,'5000.00',NULL,500000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(25,5,'time-to-close',NULL,'60',NULL,NULL,60,'assumed',NULL);
INSERT INTO metric VALUES(26,6,'mql-to-sql',NULL,'50%',500000,NULL,NULL,'measured','400/800, HubSpot, 2025');
INSERT INTO metric VALUES(27,6,'sql-to-opportunity',NULL,'80%',800000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(28,6,'win-rate',NULL,'25%',250000,NULL,NULL,'assumed',NULL);
INSERT INTO metric VALUES(29,6,'average-order-value',NULL,'2000.00',NULL,200000,NULL,'assumed',NULL);
INSERT INTO metric VALUES(30,6,'time-to-close',NULL,'30',NULL,NULL,30,'assumed',NULL);
CREATE TABLE cadence_step (
  cadence_step_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  touches INTEGER NOT NULL CHECK (touches > 0),
  days INTEGER NOT NULL CHECK (days > 0),
  UNIQUE (version_id, touches),
  UNIQUE (version_id, days)
) STRICT;
INSERT INTO cadence_step VALUES(1,1,3,14);
INSERT INTO cadence_step VALUES(2,2,2,7);
INSERT INTO cadence_step VALUES(3,2,4,21);
INSERT INTO cadence_step VALUES(4,3,3,14);
CREATE TABLE staffing (
  staffing_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version,
  from_month TEXT NOT NULL CHECK (from_month IS strftime('%Y-%m', from_month || '-01')),
  reps INTEGER NOT NULL CHECK (reps >= 0),
  UNIQUE (version_id, from_month)
) STRICT;
INSERT INTO staffing VALUES(1,1,'2026-01',4);
INSERT INTO staffing VALUES(2,1,'2026-07',3);
INSERT INTO staffing VALUES(3,2,'2026-04',2);
INSERT INTO staffing VALUES(4,3,'2026-01',4);
INSERT INTO staffing VALUES(5,3,'2026-07',3);
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
INSERT INTO measure VALUES(2,3,1,'csat','Customer satisfaction','sales','points of 5',4500000,'at least');
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
INSERT INTO signature VALUES(4,2,'ada@acme.example','signed',NULL,'c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1',12);
INSERT INTO signature VALUES(5,2,'ben@acme.example','signed',NULL,'c535a29092a7261591a8a69254f93725a634a6774e7746ef8d6b2a7e9af87ea1',13);
INSERT INTO signature VALUES(6,3,'ada@acme.example','signed',NULL,'5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d',19);
INSERT INTO signature VALUES(7,3,'ben@acme.example','signed',NULL,'5ddb55c25c8ca14124bcbb9a8041dd6baf92ec81d69d23a3ac0e601685ac130d',20);
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
INSERT INTO import VALUES(2,2,'leads','examples/hubspot-contacts.csv','83089af494bf35b3598f345bc1669d3bad0de1a4005d625285679e3d44a3c9b0',14,14);
INSERT INTO import VALUES(3,2,'leads','examples/hubspot-deals.csv','f20dd513593866952326badbac1df800409d4af7b503209b2e8a4bc85af4d47c',4,15);
INSERT INTO import VALUES(4,2,'touches','examples/activities.csv','78e2c41b3ea880f53b404327d6bf89a2336bcf0a983ed7e9c1ce589737b48d6e',18,16);
INSERT INTO import VALUES(5,2,'leads','contacts-may.csv','9421e8f8b71be6a7e86690291af6e6e8f283c9b1e006ce78f6f55158f957faa8',2,22);
INSERT INTO import VALUES(6,2,'leads','may2.csv','7626fba7f0151374f2035592f15a73e8944aa3582fc5bd03996c324b4af840fa',3,23);
INSERT INTO import VALUES(7,2,'touches','calls2.csv','406b22ebcf9e2f080b6c0533338bfaa5a26de38cec0fdeddff459bb9dddf6f0f',3,24);
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
INSERT INTO delivery VALUES(6,3,'smb','web','2026-05-14','2026-05-14',9,'logged',NULL,NULL,21);
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
CREATE TABLE crm_value (
  crm_value_id INTEGER PRIMARY KEY,
  stream_id INTEGER NOT NULL REFERENCES stream,
  lead_type_id INTEGER REFERENCES lead_type,
  value TEXT NOT NULL CHECK (value <> '')
) STRICT;
INSERT INTO crm_value VALUES(1,2,3,'Paid Search');
INSERT INTO crm_value VALUES(2,2,4,'Direct Traffic');
INSERT INTO crm_value VALUES(3,2,4,'Organic Search');
CREATE TABLE lead_condition (
  lead_condition_id INTEGER PRIMARY KEY,
  lead_type_id INTEGER NOT NULL REFERENCES lead_type,
  position INTEGER NOT NULL CHECK (position >= 1),
  condition TEXT NOT NULL CHECK (condition <> ''),
  UNIQUE (lead_type_id, position)
) STRICT;
INSERT INTO lead_condition VALUES(1,3,1,'number of employees >= 10');
INSERT INTO lead_condition VALUES(2,4,1,'number of employees >= 10');
CREATE TABLE dispute (
  dispute_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  lead TEXT NOT NULL CHECK (lead <> ''),
  word TEXT NOT NULL CHECK (word IN ('rejected', 'contested', 'settled: accepted', 'settled: rejected')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO dispute VALUES(1,2,'2013','rejected','a student',17);
CREATE TABLE withdrawal (
  withdrawal_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL UNIQUE REFERENCES import,
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE column_mapping (
  column_mapping_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('deliveries', 'outcomes', 'leads', 'touches')),
  text TEXT NOT NULL CHECK (text <> ''),
  seq INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE schema_migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO schema_migration VALUES(1,'V1__contracts','02a3a31f1b695c256c78f76f82f8e55eec184f59f599907b76a3a49de86bd086','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(2,'V2__records','2b8b772eed1a8e381f9ed904cfe16737fc631523b0c6aefe97ee43c600ae8049','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(3,'V3__report_views','a313760600f50bcaf89fb345b954f0be526ebd48129c1bdf1317f92ca3f08b40','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(4,'V4__lead_terms','276b3a3d7376cc2433b2bef3a99844b45e07193c24181ee519e1e7c42cb93715','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(5,'V5__leads','bbb8baeb5e926c9a8a8b3db09b522f8e75e5abe9911bb0c14cdd7250756bae52','2025-12-15T00:00:00Z');
INSERT INTO schema_migration VALUES(6,'V6__version_sources','dc8def1c9c3702c44f802d7be5a89c0b6a5fa879097535c25af3b82e87111fa8','2026-05-15T00:00:00Z');
INSERT INTO schema_migration VALUES(7,'V7__figures','f51abf43347790b9bccadda249553e6dbffb5a58cef8910b3ab7ffaa665033c1','2026-05-15T00:00:00Z');
INSERT INTO schema_migration VALUES(8,'V8__signature_keys','602e3ac8416bff0ad933869500071579993d0da54334d6b633c127ffac18f3e1','2026-05-15T00:00:00Z');
INSERT INTO schema_migration VALUES(9,'V9__lead_months','0e387746821cc8de26d349935e7fb0998265aadd2006ee860420d2b853ba0475','2026-05-15T00:00:00Z');
INSERT INTO schema_migration VALUES(10,'V10__open_leads','7ce1a9cd720681efd7e0d6e0b17a1179cbb01744626f774c3d51ff354bc9200b','2026-05-15T00:00:00Z');
CREATE TABLE version_source (
  version_source_id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL UNIQUE REFERENCES version,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
INSERT INTO version_source VALUES(1,3,replace('# Small round numbers to check by hand: a web lead is worth $200, an outbound lead $250.\ncontract: keys-2026\ntitle: Pair, marketing and sales 2026\nterm: 2026-01..2026-12\ncurrency: USD\nholidays: [2026-01-01]\nstreams:\n  smb:\n    quota: 100,000 per month\n    retention: 20%\n    margin: 50%\n    lead-types:\n      web:\n        share: 60%\n        mql-to-sql: {value: 50%, source: "measured 400/800, HubSpot, 2025"}\n        sql-to-opportunity: 80%\n        win-rate: 25%\n        average-order-value: 2,000\n        time-to-close: 30 days\n      outbound:\n        share: 40%\n        mql-to-sql: 50%\n        sql-to-opportunity: 50%\n        win-rate: 20%\n        average-order-value: 5,000\n        time-to-close: 60 days\nsales:\n  first-contact: {within: 24 hours, share: 90%}\n  cadence: {share: 80%, steps: [3 in 14 days]}\n  capacity: {leads-per-rep: 100, reps: {2026-01: 4, 2026-07: 3}}\nmeasures:\n  csat: {title: Customer satisfaction, owner: sales, unit: points of 5, target: at least 4.5}\nsignatories:\n  - name: Ada Li\n    email: ada@acme.example\n    team: marketing\n    role: Head of Marketing\n    key: required\n    owes: Leads worth the value due each month.\n  - name: Ben Okafor\n    email: ben@acme.example\n    team: sales\n    role: Head of Sales\n    owes: First contact within a day, and three touches in two weeks.\n','\n',char(10)));
CREATE TABLE key_clause (
  key_clause_id INTEGER PRIMARY KEY,
  signatory_id INTEGER NOT NULL UNIQUE REFERENCES signatory,
  signing_key TEXT NOT NULL CHECK (signing_key <> '')
) STRICT;
INSERT INTO key_clause VALUES(1,5,'required');
CREATE TABLE signature_key (
  signature_key_id INTEGER PRIMARY KEY,
  signature_id INTEGER NOT NULL UNIQUE REFERENCES signature,
  public_key TEXT NOT NULL CHECK (public_key GLOB '?* ?*'),
  fingerprint TEXT NOT NULL CHECK (fingerprint GLOB 'SHA256:*' AND length(fingerprint) = 50),
  armoured TEXT NOT NULL CHECK (armoured GLOB '-----BEGIN SSH SIGNATURE-----*')
) STRICT;
INSERT INTO signature_key VALUES(1,6,'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEvi9YKyKDkdJjJmC2zGVoVhHwQ7djD0YIGCDh4KyJYR','SHA256:iCnL1qNre9JjTztn8WAUR3IWuqQ2NLcWcQxYZAUJ2vY',replace('-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgS+L1grIoOR0mMmYLbMZWhWEfBD\nt2MPRggYIOHgrIlhEAAAAIbGVhZHBhY3QAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk\nMjU1MTkAAABARHtawPzZPdpu6MiGcnWWD7j9Gj86NIz0tk6HuXFCHt6iIK/6ocnr8HZSEn\n7tVLI8RVSVoW8/Y2Rh39w/d+wBAg==\n-----END SSH SIGNATURE-----\n','\n',char(10)));
CREATE TABLE lead (
  lead_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  part TEXT NOT NULL CHECK (part = '' OR part GLOB 'deal *' OR part GLOB 'event *'),
  stream TEXT,
  lead_type TEXT,
  delivered_at TEXT
    CHECK (delivered_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(delivered_at) <= 32),
  rep TEXT,
  contacted_at TEXT
    CHECK (contacted_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(contacted_at) <= 32),
  sales_qualified_at TEXT
    CHECK (
      sales_qualified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(sales_qualified_at) <= 32
    ),
  opportunity_at TEXT
    CHECK (opportunity_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(opportunity_at) <= 32),
  won_at TEXT CHECK (won_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(won_at) <= 32),
  lost_at TEXT CHECK (lost_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(lost_at) <= 32),
  disqualified_at TEXT
    CHECK (disqualified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(disqualified_at) <= 32),
  reason TEXT,
  stage TEXT CHECK (stage = 'mql' OR stage = 'sql' OR stage = 'opportunity' OR stage = 'won'),
  ending TEXT CHECK (ending = 'lost' OR ending = 'disqualified'),
  amount_minor_units INTEGER,
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  modified_at TEXT
    CHECK (modified_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(modified_at) <= 32),
  attributes TEXT CHECK (attributes GLOB '{"*"}'),
  told INTEGER NOT NULL CHECK (told BETWEEN 0 AND 32767),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deal TEXT AS (CASE WHEN part GLOB 'deal *' THEN substr(part, 6) END),
  CHECK ((amount_minor_units IS NULL) = (currency IS NULL))
) STRICT;
INSERT INTO lead VALUES(1,2,'2001','',NULL,'Organic Search','2026-04-01T09:05:00-04:00','Eve Wu','2026-04-01T10:15:00-04:00','2026-04-02T15:20:00-04:00','2026-04-08T10:00:00-04:00','2026-04-29T16:10:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-29T16:10:00-04:00','{"number of employees":"40"}',10494,2,2,14);
INSERT INTO lead VALUES(2,2,'2002','',NULL,'Direct Traffic','2026-04-02T16:30:00-04:00','Eve Wu','2026-04-03T09:45:00-04:00','2026-04-07T11:00:00-04:00','2026-04-15T09:30:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-15T09:30:00-04:00','{"number of employees":"12"}',10494,3,2,14);
INSERT INTO lead VALUES(3,2,'2003','',NULL,'Paid Search','2026-04-03T11:00:00-04:00','Tom Hale','2026-04-03T14:10:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-03T14:10:00-04:00','{"number of employees":"5"}',10494,4,2,14);
INSERT INTO lead VALUES(4,2,'2004','',NULL,'Organic Search','2026-04-07T10:00:00-04:00','Tom Hale','2026-04-08T15:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-08T15:00:00-04:00','{"number of employees":"80"}',10494,5,2,14);
INSERT INTO lead VALUES(5,2,'2005','',NULL,'Offline Sources','2026-04-09T14:00:00-04:00','Eve Wu','2026-04-09T15:30:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-09T15:30:00-04:00','{"number of employees":"200"}',10494,6,2,14);
INSERT INTO lead VALUES(6,2,'2006','',NULL,'Social Media','2026-04-10T18:45:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-10T18:45:00-04:00','{"number of employees":"35"}',10494,7,2,14);
INSERT INTO lead VALUES(7,2,'2007','',NULL,'Organic Search',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-12T21:15:00-04:00','{"number of employees":"15"}',10494,8,2,14);
INSERT INTO lead VALUES(8,2,'2008','',NULL,'Direct Traffic','2026-04-14T12:30:00-04:00','Tom Hale','2026-04-14T14:05:00-04:00','2026-04-17T10:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-17T10:00:00-04:00','{"number of employees":"60"}',10494,9,2,14);
INSERT INTO lead VALUES(9,2,'2009','',NULL,'Paid Search','2026-04-16T08:30:00-04:00','Eve Wu','2026-04-16T09:40:00-04:00','2026-04-20T13:00:00-04:00','2026-04-22T09:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-22T09:00:00-04:00','{"number of employees":"110"}',10494,10,2,14);
INSERT INTO lead VALUES(10,2,'2010','',NULL,'Organic Search','2026-04-22T15:50:00-04:00','Tom Hale','2026-04-24T11:30:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-04-24T11:30:00-04:00','{"number of employees":"18"}',10494,11,2,14);
INSERT INTO lead VALUES(11,2,'2011','',NULL,'Organic Search','2026-05-04T11:20:00-04:00','Eve Wu','2026-05-04T13:00:00-04:00','2026-05-07T16:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-07T16:00:00-04:00','{"number of employees":"26"}',10494,12,2,14);
INSERT INTO lead VALUES(12,2,'2012','',NULL,'Direct Traffic','2026-05-08T09:15:00-04:00','Tom Hale',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-08T09:15:00-04:00','{"number of employees":"55"}',10494,13,2,14);
INSERT INTO lead VALUES(13,2,'2013','',NULL,'Paid Search','2026-05-12T14:30:00-04:00','Eve Wu',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-12T14:30:00-04:00','{"number of employees":"13"}',10494,14,2,14);
INSERT INTO lead VALUES(14,2,'2014','',NULL,'Organic Search','2026-05-14T16:30:00-04:00','Tom Hale',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-14T16:30:00-04:00','{"number of employees":"300"}',10494,15,2,14);
INSERT INTO lead VALUES(15,2,'2001','deal 7001',NULL,NULL,NULL,'Eve Wu',NULL,NULL,'2026-04-08T10:00:00-04:00','2026-04-29T16:10:00-04:00',NULL,NULL,NULL,NULL,NULL,840000,'USD',NULL,NULL,24012,2,3,15);
INSERT INTO lead VALUES(16,2,'2002','deal 7002',NULL,NULL,NULL,'Eve Wu',NULL,NULL,'2026-04-15T09:30:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,1200000,'USD',NULL,NULL,24012,3,3,15);
INSERT INTO lead VALUES(17,2,'2009','deal 7003',NULL,NULL,NULL,'Eve Wu',NULL,NULL,'2026-04-22T09:00:00-04:00',NULL,'2026-05-06T17:00:00-04:00',NULL,'Price',NULL,NULL,650000,'USD',NULL,NULL,24012,4,3,15);
INSERT INTO lead VALUES(18,2,'deal 7004','deal 7004',NULL,NULL,'2026-05-11T10:00:00-04:00','Tom Hale',NULL,NULL,'2026-05-11T10:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,24012,5,3,15);
INSERT INTO lead VALUES(19,2,'2003','',NULL,'Paid Search','2026-04-03T11:00:00-04:00','Tom Hale','2026-04-03T14:10:00-04:00','2026-05-12T09:00:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-12T09:00:00-04:00','{"number of employees":"5"}',10494,4,5,22);
INSERT INTO lead VALUES(20,2,'2099','',NULL,'Paid Search','2026-05-11T11:00:00-04:00','Tom Hale','2026-05-11T14:10:00-04:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-11T14:10:00-04:00','{"number of employees":"50"}',10494,16,5,22);
INSERT INTO lead VALUES(21,2,'3001','','smb','Paid Search','2026-05-12T09:15:00-04:00','Tom Hale',NULL,'2026-05-13',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"number of employees":"40"}',1071,2,6,23);
INSERT INTO lead VALUES(22,2,'3002','','smb','Organic Search','2026-05-14T16:40:00-04:00','Eve Wu',NULL,NULL,NULL,NULL,NULL,NULL,'Too small, "not now"',NULL,NULL,NULL,NULL,NULL,'{"number of employees":"3"}',1071,3,6,23);
INSERT INTO lead VALUES(23,2,'2099','','smb','Paid Search','2026-05-11T11:00:00-04:00','Eve Wu','2026-05-11T14:10:00-04:00','2026-05-12',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-05-11T14:10:00-04:00','{"number of employees":"25"}',11519,4,6,23);
CREATE TABLE touch (
  touch_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  external_id TEXT NOT NULL CHECK (external_id <> ''),
  lead TEXT NOT NULL CHECK (lead <> ''),
  touched_at TEXT NOT NULL
    CHECK (touched_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(touched_at) <= 32),
  kind TEXT NOT NULL,
  rep TEXT,
  is_automatic INTEGER NOT NULL CHECK (is_automatic = 0 OR is_automatic = 1),
  line INTEGER NOT NULL CHECK (line >= 1),
  import_id INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO touch VALUES(1,2,'31','2001','2026-04-01T10:15:00-04:00','Call','Eve Wu',0,2,4,16);
INSERT INTO touch VALUES(2,2,'32','2001','2026-04-02T15:00:00-04:00','Meeting','Eve Wu',0,3,4,16);
INSERT INTO touch VALUES(3,2,'33','2001','2026-04-07T09:20:00-04:00','E-mail','Eve Wu',0,4,4,16);
INSERT INTO touch VALUES(4,2,'34','2001','2026-04-14T11:00:00-04:00','Call','Eve Wu',0,5,4,16);
INSERT INTO touch VALUES(5,2,'35','2002','2026-04-03T09:45:00-04:00','E-mail','Eve Wu',0,6,4,16);
INSERT INTO touch VALUES(6,2,'36','2002','2026-04-07T10:30:00-04:00','Call','Eve Wu',0,7,4,16);
INSERT INTO touch VALUES(7,2,'37','2003','2026-04-03T14:10:00-04:00','Call','Tom Hale',0,8,4,16);
INSERT INTO touch VALUES(8,2,'38','2004','2026-04-07T10:01:00-04:00','Automatic reply','Tom Hale',1,9,4,16);
INSERT INTO touch VALUES(9,2,'39','2004','2026-04-08T15:00:00-04:00','Call','Tom Hale',0,10,4,16);
INSERT INTO touch VALUES(10,2,'40','2008','2026-04-14T14:05:00-04:00','Call','Tom Hale',0,11,4,16);
INSERT INTO touch VALUES(11,2,'41','2008','2026-04-17T09:30:00-04:00','Call','Tom Hale',0,12,4,16);
INSERT INTO touch VALUES(12,2,'42','2009','2026-04-16T09:40:00-04:00','E-mail','Eve Wu',0,13,4,16);
INSERT INTO touch VALUES(13,2,'43','2009','2026-04-20T12:45:00-04:00','Call','Eve Wu',0,14,4,16);
INSERT INTO touch VALUES(14,2,'44','2010','2026-04-24T11:30:00-04:00','E-mail','Tom Hale',0,15,4,16);
INSERT INTO touch VALUES(15,2,'45','2011','2026-05-04T13:00:00-04:00','Call','Eve Wu',0,16,4,16);
INSERT INTO touch VALUES(16,2,'46','2011','2026-05-07T15:00:00-04:00','Meeting','Eve Wu',0,17,4,16);
INSERT INTO touch VALUES(17,2,'47','2012','2026-05-08T09:16:00-04:00','Automatic reply',NULL,1,18,4,16);
INSERT INTO touch VALUES(18,2,'48','2013','2026-05-12T14:31:00-04:00','Automatic reply',NULL,1,19,4,16);
INSERT INTO touch VALUES(19,2,'3001 2026-05-12T10:00:00-04:00 call Tom Hale','3001','2026-05-12T10:00:00-04:00','call','Tom Hale',0,2,7,24);
INSERT INTO touch VALUES(20,2,'3002 2026-05-14 email Eve Wu','3002','2026-05-14','email','Eve Wu',0,3,7,24);
INSERT INTO touch VALUES(21,2,'3002 2026-05-14 email Eve Wu #2','3002','2026-05-14','email','Eve Wu',0,4,7,24);
CREATE TABLE superseded_lead (lead_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO superseded_lead VALUES(3);
INSERT INTO superseded_lead VALUES(20);
CREATE TABLE superseded_touch (touch_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE stray_lead (
  stray_lead_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  lead TEXT NOT NULL,
  UNIQUE (contract_id, lead)
) STRICT;
CREATE TABLE lead_count (
  contract_id INTEGER PRIMARY KEY REFERENCES contract,
  terms TEXT NOT NULL
) STRICT;
INSERT INTO lead_count VALUES(2,'USD gregorian 1; 2026-04 1; 2026-05 1; 2026-06 1; 2026-07 1; 2026-08 1; 2026-09 1; 2026-10 1; 2026-11 1; 2026-12 1; 2027-01 1; 2027-02 1; 2027-03 1');
CREATE TABLE lead_month (
  lead_month_id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract,
  month TEXT NOT NULL,
  stream TEXT NOT NULL,
  lead_type TEXT NOT NULL,
  days TEXT NOT NULL,
  adjustment INTEGER NOT NULL,
  told INTEGER NOT NULL,
  told_of_counted INTEGER NOT NULL,
  sqls INTEGER NOT NULL,
  opportunities INTEGER NOT NULL,
  won INTEGER NOT NULL,
  won_without_amount INTEGER NOT NULL,
  revenue TEXT NOT NULL,
  first_stage_day TEXT,
  times TEXT NOT NULL,
  won_undated INTEGER NOT NULL,
  early TEXT NOT NULL,
  waiting INTEGER NOT NULL,
  UNIQUE (contract_id, month, stream, lead_type)
) STRICT;
INSERT INTO lead_month VALUES(1,2,'','','','',0,10494,0,0,0,0,0,'',NULL,'',0,'[]',1);
INSERT INTO lead_month VALUES(2,2,'2026-04','services','website-form','20544 1 3 1 1 1 1 1,20545 1 3 1 0 0 0 1,20550 1 2 1 0 0 0 1,20557 1 2 1 0 0 0 1,20565 1 2 1 0 0 0 1',0,32254,32254,3,2,1,0,'USD 840000 1','2026-04-02','28 1',0,'[]',0);
INSERT INTO lead_month VALUES(3,2,'2026-04','services','paid-search','20546 0 0 0 0 0 0 0,20559 1 3 1 0 0 0 1',0,32254,32254,1,1,0,0,'','2026-04-20','',0,'[]',0);
INSERT INTO lead_month VALUES(4,2,'2026-04','services','unassigned','20552 1 2 1 0 0 0 1,20553 1 2 1 0 0 0 1',0,10494,10494,0,0,0,0,'',NULL,'',0,'[]',0);
INSERT INTO lead_month VALUES(5,2,'2026-05','unassigned','unassigned','20584 1 6 1 0 0 0 1,20585 1 6 1 0 0 0 1,20587 1 6 1 0 0 0 1',0,11519,11519,2,0,0,0,'','2026-05-12','',0,'[]',0);
INSERT INTO lead_month VALUES(6,2,'2026-05','services','paid-search','20585 1 2 0 0 0 0 0',-1,10494,0,0,0,0,0,'',NULL,'',0,'[]',0);
INSERT INTO lead_month VALUES(7,2,'2026-05','services','unassigned','20584 1 3 1 0 0 0 1',0,24012,24012,1,1,0,0,'','2026-05-11','',0,'[]',0);
INSERT INTO lead_month VALUES(8,2,'2026-05','services','website-form','20577 1 2 1 0 0 0 1,20581 1 2 1 0 0 0 1,20587 1 2 1 0 0 0 1',0,10494,10494,1,0,0,0,'','2026-05-07','',0,'[]',0);
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
CREATE VIEW report_signature AS
SELECT
  contract.name AS contract,
  version.number AS version,
  signatory.name AS name,
  signatory.email AS email,
  signatory.team AS team,
  signatory.role AS role,
  signatory.owes AS owes,
  signature.word AS word,
  signature.reason AS reason,
  journal.recorded_at AS given_at,
  journal.recorded_by AS recorded_by,
  version.digest AS digest
FROM contract
JOIN version USING (contract_id)
JOIN signatory USING (version_id)
LEFT JOIN signature ON signature.signature_id = (
  SELECT given.signature_id
  FROM signature AS given
  WHERE given.version_id = version.version_id
    AND given.email = signatory.email
    AND given.digest = version.digest
  ORDER BY
    given.word = 'signed' DESC,
    CASE given.word WHEN 'signed' THEN given.signature_id ELSE -given.signature_id END
  LIMIT 1
)
LEFT JOIN journal ON journal.seq = signature.seq
ORDER BY contract.name, version.number, signatory.position;
CREATE VIEW report_version AS
WITH tally AS (
  SELECT
    contract,
    version,
    count(*) AS signatures_due,
    count(*) FILTER (WHERE word = 'signed') AS signatures_given,
    count(*) FILTER (WHERE word = 'declined') AS refusals,
    max(given_at) FILTER (WHERE word = 'signed') AS last_signed_at
  FROM report_signature
  GROUP BY contract, version
)
SELECT
  contract.name AS contract,
  version.number AS version,
  version.title AS title,
  CASE
    WHEN tally.signatures_given = tally.signatures_due THEN 'in force'
    WHEN EXISTS (
      SELECT 1
      FROM version AS newer
      WHERE newer.contract_id = version.contract_id AND newer.number > version.number
    ) THEN 'superseded'
    WHEN tally.refusals > 0 THEN 'refused'
    ELSE 'awaiting'
  END AS standing,
  tally.signatures_due AS signatures_due,
  tally.signatures_given AS signatures_given,
  CASE
    WHEN tally.signatures_given = tally.signatures_due THEN tally.last_signed_at
  END AS signed_at,
  version.effective AS effective_month,
  version.term_first AS first_month,
  version.term_last AS last_month,
  version.currency AS currency,
  version.minor_units_per_unit AS minor_units_per_unit,
  version.calendar AS calendar,
  version.fiscal_year_starts AS fiscal_year_starts,
  version.tolerance_ppm AS tolerance_ppm,
  version.digest AS digest,
  journal.recorded_at AS proposed_at,
  journal.recorded_by AS proposed_by,
  version.note AS note
FROM contract
JOIN version USING (contract_id)
JOIN tally ON tally.contract = contract.name AND tally.version = version.number
LEFT JOIN journal ON journal.seq = version.seq
ORDER BY contract.name, version.number;
CREATE VIEW report_contract AS
SELECT
  newest.contract AS contract,
  newest.title AS title,
  newest.version AS newest_version,
  newest.standing AS newest_standing,
  (
    SELECT max(signed.version)
    FROM report_version AS signed
    WHERE signed.contract = newest.contract AND signed.standing = 'in force'
  ) AS newest_version_in_force,
  newest.first_month AS first_month,
  newest.last_month AS last_month,
  newest.currency AS currency
FROM report_version AS newest
WHERE newest.version = (
  SELECT max(other.version)
  FROM report_version AS other
  WHERE other.contract = newest.contract
)
ORDER BY newest.contract;
CREATE VIEW report_quota AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  quota.month AS month,
  quota.minor_units AS quota_minor_units,
  CAST(quota.minor_units AS REAL) / version.minor_units_per_unit AS quota,
  version.currency AS currency,
  stream.retention AS retention,
  stream.retention_ppm AS retention_ppm
FROM contract
JOIN version USING (contract_id)
JOIN stream USING (version_id)
JOIN quota USING (stream_id)
ORDER BY contract.name, version.number, stream.position, quota.month;
CREATE VIEW report_metric AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  lead_type.share AS share,
  lead_type.share_ppm AS share_ppm,
  metric.metric AS metric,
  ifnull(metric.from_month, version.term_first) AS from_month,
  metric.figure AS figure,
  metric.ppm AS ppm,
  metric.minor_units AS minor_units,
  metric.days AS days,
  version.currency AS currency,
  metric.source AS source,
  metric.source_note AS source_note
FROM contract
JOIN version USING (contract_id)
JOIN stream USING (version_id)
JOIN lead_type USING (stream_id)
JOIN metric USING (lead_type_id)
ORDER BY
  contract.name,
  version.number,
  stream.position,
  lead_type.position,
  metric.metric_id;
CREATE VIEW report_delivery AS
SELECT
  delivery.delivery_id AS delivery,
  contract.name AS contract,
  delivery.stream AS stream,
  delivery.lead_type AS lead_type,
  delivery.first_day AS first_day,
  delivery.last_day AS last_day,
  delivery.count AS count,
  delivery.kind AS kind,
  delivery.reason AS reason,
  import.file_name AS file_name,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM delivery
LEFT JOIN journal ON journal.seq = delivery.seq
JOIN contract USING (contract_id)
LEFT JOIN import USING (import_id)
ORDER BY delivery.delivery_id;
CREATE VIEW report_outcome AS
SELECT
  outcome.outcome_id AS outcome,
  contract.name AS contract,
  outcome.stream AS stream,
  outcome.lead_type AS lead_type,
  outcome.month AS month,
  outcome.sqls AS sqls,
  outcome.opportunities AS opportunities,
  outcome.won AS won,
  outcome.revenue_minor_units AS revenue_minor_units,
  CAST(outcome.revenue_minor_units AS REAL) / first.minor_units_per_unit AS revenue,
  first.currency AS currency,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM outcome
LEFT JOIN journal ON journal.seq = outcome.seq
JOIN contract USING (contract_id)
JOIN version AS first ON first.contract_id = outcome.contract_id AND first.number = 1
ORDER BY outcome.outcome_id;
CREATE VIEW report_observation AS
SELECT
  observation.observation_id AS observation,
  contract.name AS contract,
  observation.subject AS subject,
  observation.stream AS stream,
  observation.rep AS rep,
  observation.first_day AS first_day,
  observation.last_day AS last_day,
  observation.met AS met,
  observation.due AS due,
  observation.score_millionths AS score_millionths,
  CAST(observation.score_millionths AS REAL) / 1000000 AS score,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM observation
LEFT JOIN journal ON journal.seq = observation.seq
JOIN contract USING (contract_id)
ORDER BY observation.observation_id;
CREATE VIEW report_review AS
SELECT
  review.review_id AS review,
  contract.name AS contract,
  review.quarter_first_month AS quarter_first_month,
  review.reason AS reason,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM review
LEFT JOIN journal ON journal.seq = review.seq
JOIN contract USING (contract_id)
ORDER BY review.review_id;
CREATE VIEW report_journal AS
SELECT
  journal.seq AS seq,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.action AS action,
  journal.subject AS subject,
  contract.name AS contract,
  journal.rows AS rows,
  journal.content_hash AS content_hash,
  journal.hash AS hash,
  journal.recorded_on AS recorded_on
FROM journal
LEFT JOIN contract USING (contract_id)
ORDER BY journal.seq;
CREATE VIEW report_journal_row AS
SELECT
  journal_part.seq AS seq,
  substr(line.value, 11, instr(line.value, '","id":') - 11) AS table_name,
  CAST(substr(line.value, instr(line.value, '"id":') + 5) AS INTEGER) AS row_id,
  substr(
    line.value,
    instr(line.value, '"row":') + 6,
    length(line.value) - instr(line.value, '"row":') - 6
  ) AS row
FROM journal_part
JOIN json_each('[' || replace(journal_part.body, char(10), ',') || ']') AS line
ORDER BY journal_part.seq, journal_part.part, line.key;
CREATE UNIQUE INDEX crm_value_means_one_thing ON crm_value (stream_id, ifnull(lead_type_id, 0), value);
CREATE TRIGGER crm_value_keeps_its_rows_as_they_are BEFORE UPDATE ON crm_value
BEGIN
  SELECT RAISE(ABORT, 'crm_value is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER crm_value_keeps_its_rows BEFORE DELETE ON crm_value
BEGIN
  SELECT RAISE(ABORT, 'crm_value is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER lead_condition_keeps_its_rows_as_they_are BEFORE UPDATE ON lead_condition
BEGIN
  SELECT RAISE(ABORT, 'lead_condition is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER lead_condition_keeps_its_rows BEFORE DELETE ON lead_condition
BEGIN
  SELECT RAISE(ABORT, 'lead_condition is append-only: a change of the agreement is a new version');
END;
CREATE VIEW report_lead_type_value AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  crm_value.value AS value
FROM crm_value
JOIN stream ON stream.stream_id = crm_value.stream_id
LEFT JOIN lead_type ON lead_type.lead_type_id = crm_value.lead_type_id
JOIN version ON version.version_id = stream.version_id
JOIN contract ON contract.contract_id = version.contract_id
ORDER BY contract.name, version.number, stream.position, lead_type.position, crm_value.value;
CREATE VIEW report_lead_condition AS
SELECT
  contract.name AS contract,
  version.number AS version,
  stream.name AS stream,
  lead_type.name AS lead_type,
  lead_condition.position AS position,
  lead_condition.condition AS condition
FROM lead_condition
JOIN lead_type ON lead_type.lead_type_id = lead_condition.lead_type_id
JOIN stream ON stream.stream_id = lead_type.stream_id
JOIN version ON version.version_id = stream.version_id
JOIN contract ON contract.contract_id = version.contract_id
ORDER BY contract.name, version.number, stream.position, lead_type.position, lead_condition.position;
CREATE TRIGGER dispute_keeps_its_rows_as_they_are BEFORE UPDATE ON dispute
BEGIN
  SELECT RAISE(ABORT, 'dispute is append-only: a dispute ends with a settlement');
END;
CREATE TRIGGER dispute_keeps_its_rows BEFORE DELETE ON dispute
BEGIN
  SELECT RAISE(ABORT, 'dispute is append-only: a dispute ends with a settlement');
END;
CREATE TRIGGER withdrawal_keeps_its_rows_as_they_are BEFORE UPDATE ON withdrawal
BEGIN
  SELECT RAISE(ABORT, 'withdrawal is append-only: import the file again instead');
END;
CREATE TRIGGER withdrawal_keeps_its_rows BEFORE DELETE ON withdrawal
BEGIN
  SELECT RAISE(ABORT, 'withdrawal is append-only: import the file again instead');
END;
CREATE TRIGGER column_mapping_keeps_its_rows_as_they_are BEFORE UPDATE ON column_mapping
BEGIN
  SELECT RAISE(ABORT, 'column_mapping is append-only: save the mapping anew under its name');
END;
CREATE TRIGGER column_mapping_keeps_its_rows BEFORE DELETE ON column_mapping
BEGIN
  SELECT RAISE(ABORT, 'column_mapping is append-only: save the mapping anew under its name');
END;
CREATE VIEW report_dispute AS
SELECT
  dispute.dispute_id AS dispute,
  contract.name AS contract,
  dispute.lead AS lead,
  dispute.word AS word,
  dispute.reason AS reason,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM dispute
JOIN contract ON contract.contract_id = dispute.contract_id
LEFT JOIN journal ON journal.seq = dispute.seq
ORDER BY dispute.dispute_id;
CREATE TRIGGER version_source_keeps_its_rows_as_they_are BEFORE UPDATE ON version_source
BEGIN
  SELECT RAISE(ABORT, 'version_source is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER version_source_keeps_its_rows BEFORE DELETE ON version_source
BEGIN
  SELECT RAISE(ABORT, 'version_source is append-only: a change of the agreement is a new version');
END;
CREATE VIEW contract_month AS
WITH RECURSIVE
  span AS (
    SELECT
      version.contract_id,
      min(min(version.effective), ifnull(min(touched.first), '9999-12')) AS first,
      max(max(version.term_last), ifnull(max(touched.last), '0000-01')) AS last
    FROM version
    LEFT JOIN (
      SELECT contract_id, substr(min(first_day), 1, 7) AS first, substr(max(last_day), 1, 7) AS last
      FROM delivery
      GROUP BY contract_id
    ) AS touched ON touched.contract_id = version.contract_id
    GROUP BY version.contract_id
  ),
  listed AS (
    SELECT
      contract_id,
      strftime('%Y-%m', first || '-01', '-1 month') AS month,
      strftime('%Y-%m', last || '-01', '+1 month') AS last
    FROM span
    UNION ALL
    SELECT contract_id, strftime('%Y-%m', month || '-01', '+1 month'), last
    FROM listed
    WHERE month < last
  ),
  -- How contracts cut time: their versions differ in holidays only.
  placed AS (
    SELECT
      listed.contract_id,
      listed.month,
      first.calendar,
      first.fiscal_year_starts,
      (CAST(substr(listed.month, 6) AS INTEGER) - first.fiscal_year_starts + 12) % 12 AS place
    FROM listed
    JOIN version AS first ON first.contract_id = listed.contract_id AND first.number = 1
  ),
  started AS (
    SELECT
      placed.*,
      strftime('%Y-%m-%d', month || '-01', '-' || place || ' months') AS year_starts,
      strftime('%Y-%m-%d', month || '-01', (12 - place) || ' months') AS next_year_starts,
      CAST(substr(calendar, 1, 1) AS INTEGER) AS weeks_1,
      CAST(substr(calendar, 3, 1) AS INTEGER) AS weeks_2,
      CAST(substr(calendar, 5, 1) AS INTEGER) AS weeks_3
    FROM placed
  ),
  -- The Monday nearest the first of the fiscal year's first month, and the weeks before the month.
  weekly AS (
    SELECT
      started.*,
      date(year_starts, '+3 days', 'weekday 0', '-6 days') AS first_monday,
      date(next_year_starts, '+3 days', 'weekday 0', '-6 days') AS next_first_monday,
      place / 3 * 13 + CASE place % 3 WHEN 0 THEN 0 WHEN 1 THEN weeks_1 ELSE weeks_1 + weeks_2 END AS weeks_before,
      CASE place % 3 WHEN 0 THEN weeks_1 WHEN 1 THEN weeks_2 ELSE weeks_3 END AS weeks
    FROM started
  ),
  signed AS (
    SELECT
      version.contract_id,
      version.version_id,
      version.number,
      version.effective,
      version.term_last,
      max(substr(report_signature.given_at, 1, 10)) AS signed_on
    FROM version
    JOIN contract ON contract.contract_id = version.contract_id
    JOIN report_signature ON report_signature.contract = contract.name AND report_signature.version = version.number
    GROUP BY version.version_id
    HAVING count(*) = count(*) FILTER (WHERE report_signature.word = 'signed')
  ),
  dated AS (
    SELECT
      weekly.contract_id,
      weekly.month,
      weekly.fiscal_year_starts,
      weekly.place,
      CASE weekly.calendar
        WHEN 'month' THEN weekly.month || '-01'
        ELSE date(weekly.first_monday, '+' || (7 * weekly.weeks_before) || ' days')
      END AS first_day,
      CASE
        WHEN weekly.calendar = 'month' THEN date(weekly.month || '-01', '+1 month', '-1 day')
        WHEN weekly.place = 11 THEN date(weekly.next_first_monday, '-1 day')
        ELSE date(weekly.first_monday, '+' || (7 * (weekly.weeks_before + weekly.weeks) - 1) || ' days')
      END AS last_day
    FROM weekly
  ),
  earlier AS (
    SELECT
      signed.*,
      (
        SELECT max(older.term_last)
        FROM signed AS older
        WHERE older.contract_id = signed.contract_id AND older.number < signed.number
      ) AS covered_to
    FROM signed
  ),
  -- From which month on each version that everyone has signed binds. A month that is not listed comes after all or
  -- before all, and its name tells as much.
  binding AS (
    SELECT
      earlier.contract_id,
      earlier.version_id,
      earlier.number,
      earlier.effective,
      earlier.term_last,
      max(
        earlier.effective,
        CASE
          WHEN earlier.covered_to IS NULL THEN earlier.effective
          ELSE min(
            strftime('%Y-%m', earlier.covered_to || '-01', '+1 month'),
            ifnull(
              (
                SELECT dated.month
                FROM dated
                WHERE dated.contract_id = earlier.contract_id
                  AND earlier.signed_on BETWEEN dated.first_day AND dated.last_day
              ),
              substr(earlier.signed_on, 1, 7)
            )
          )
        END
      ) AS binds_from
    FROM earlier
  ),
  bound AS (
    SELECT
      dated.*,
      (
        SELECT max(binding.number)
        FROM binding
        WHERE binding.contract_id = dated.contract_id AND binding.binds_from <= dated.month
      ) AS binding_number
    FROM dated
  ),
  ruled AS (
    SELECT
      bound.*,
      ifnull(
        (
          SELECT version.version_id
          FROM version
          WHERE version.contract_id = bound.contract_id
            AND version.number = bound.binding_number
            AND bound.month BETWEEN version.effective AND version.term_last
        ),
        (
          SELECT version.version_id
          FROM version
          WHERE version.contract_id = bound.contract_id
            AND bound.month BETWEEN version.effective AND version.term_last
            AND version.version_id NOT IN (SELECT signed.version_id FROM signed)
            AND version.number > ifnull(bound.binding_number, 0)
          ORDER BY version.number DESC
          LIMIT 1
        )
      ) AS version_id
    FROM bound
  )
SELECT
  contract_id,
  month,
  first_day,
  last_day,
  strftime('%Y-%m', month || '-01', '-' || (place % 3) || ' months') AS quarter_first_month,
  CASE fiscal_year_starts
    WHEN 1 THEN substr(month, 1, 4)
    ELSE 'FY' || (CAST(strftime('%Y', month || '-01', '-' || place || ' months') AS INTEGER) + 1)
  END || '-Q' || (place / 3 + 1) AS quarter,
  version_id
FROM ruled
;
CREATE VIEW month_count AS
WITH
  months AS MATERIALIZED (
    SELECT * FROM contract_month
  ),
  net AS (
    SELECT contract_id, stream, lead_type, first_day, last_day, sum(count) AS count
    FROM delivery
    GROUP BY contract_id, stream, lead_type, first_day, last_day
  ),
  spans AS MATERIALIZED (
    SELECT DISTINCT contract_id, first_day, last_day
    FROM delivery
  ),
  -- The version whose holidays hold for a span: that of its first day's month, or of the first month after it that has
  -- one, or the newest.
  planned AS (
    SELECT
      spans.*,
      ifnull(
        (
          SELECT later.version_id
          FROM months AS later
          WHERE later.contract_id = spans.contract_id
            AND later.last_day >= spans.first_day
            AND later.version_id IS NOT NULL
          ORDER BY later.month
          LIMIT 1
        ),
        (SELECT max(version_id) FROM version WHERE version.contract_id = spans.contract_id)
      ) AS calendar_version_id
    FROM spans
  ),
  segments AS (
    SELECT
      planned.contract_id,
      planned.first_day,
      planned.last_day,
      planned.calendar_version_id,
      months.month,
      max(planned.first_day, months.first_day) AS segment_first,
      min(planned.last_day, months.last_day) AS segment_last
    FROM planned
    JOIN months ON months.contract_id = planned.contract_id
      AND months.first_day <= planned.last_day
      AND months.last_day >= planned.first_day
  ),
  -- A Julian day number is a multiple of 7 on Mondays.
  numbered AS (
    SELECT
      segments.*,
      CAST(julianday(segment_first) + 0.5 AS INTEGER) AS number_first,
      CAST(julianday(segment_last) + 0.5 AS INTEGER) + 1 AS number_end
    FROM segments
  ),
  worked AS (
    SELECT
      numbered.*,
      number_end - number_first AS days,
      (number_end / 7 * 5 + min(number_end % 7, 5)) - (number_first / 7 * 5 + min(number_first % 7, 5)) - (
        SELECT count(*)
        FROM holiday
        WHERE holiday.version_id = numbered.calendar_version_id
          AND holiday.day BETWEEN segment_first AND segment_last
          AND strftime('%w', holiday.day) NOT IN ('0', '6')
      ) AS business_days
    FROM numbered
  ),
  weighed AS (
    SELECT
      contract_id,
      first_day,
      last_day,
      month,
      CASE
        WHEN sum(business_days) OVER (PARTITION BY contract_id, first_day, last_day) > 0 THEN business_days
        ELSE days
      END AS weight
    FROM worked
  ),
  divided AS (
    SELECT
      net.contract_id,
      net.stream,
      net.lead_type,
      net.first_day,
      net.last_day,
      net.count,
      weighed.month,
      abs(net.count) * weighed.weight AS product,
      sum(weighed.weight) OVER span AS total
    FROM net
    JOIN weighed USING (contract_id, first_day, last_day)
    WINDOW span AS (PARTITION BY net.contract_id, net.stream, net.lead_type, net.first_day, net.last_day)
  ),
  ranked AS (
    SELECT
      divided.*,
      product / total AS part,
      abs(count) - sum(product / total) OVER span AS left_over,
      row_number() OVER (
        PARTITION BY contract_id, stream, lead_type, first_day, last_day
        ORDER BY product % total DESC, month
      ) AS rank
    FROM divided
    WINDOW span AS (PARTITION BY contract_id, stream, lead_type, first_day, last_day)
  )
SELECT
  contract_id,
  month,
  stream,
  lead_type,
  sum(CASE WHEN count < 0 THEN -1 ELSE 1 END * (part + (rank <= left_over))) AS count
FROM ranked
GROUP BY contract_id, month, stream, lead_type
;
CREATE VIEW month_terms AS
WITH
  months AS MATERIALIZED (
    SELECT * FROM contract_month WHERE version_id IS NOT NULL
  ),
  types AS MATERIALIZED (
    SELECT
      months.contract_id,
      months.month,
      months.quarter_first_month,
      months.quarter,
      months.version_id,
      stream.stream_id,
      stream.name AS stream,
      stream.position AS stream_position,
      CASE instr(stream.retention, '/')
        WHEN 0 THEN stream.retention_ppm
        ELSE CAST(substr(stream.retention, 1, instr(stream.retention, '/') - 1) AS INTEGER)
      END AS retention_part,
      CASE instr(stream.retention, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(stream.retention, instr(stream.retention, '/') + 1) AS INTEGER)
      END AS retention_whole,
      lead_type.lead_type_id,
      lead_type.name AS lead_type,
      lead_type.position AS position,
      CASE instr(lead_type.share, '/')
        WHEN 0 THEN lead_type.share_ppm
        ELSE CAST(substr(lead_type.share, 1, instr(lead_type.share, '/') - 1) AS INTEGER)
      END AS share_part,
      CASE instr(lead_type.share, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(lead_type.share, instr(lead_type.share, '/') + 1) AS INTEGER)
      END AS share_whole
    FROM months
    JOIN stream ON stream.version_id = months.version_id
    JOIN lead_type ON lead_type.stream_id = stream.stream_id
  ),
  -- The step of each metric that holds in the month.
  steps AS MATERIALIZED (
    SELECT
      types.lead_type_id,
      types.month,
      metric.metric,
      metric.minor_units,
      metric.days,
      CASE instr(metric.figure, '/')
        WHEN 0 THEN metric.ppm
        ELSE CAST(substr(metric.figure, 1, instr(metric.figure, '/') - 1) AS INTEGER)
      END AS part,
      CASE instr(metric.figure, '/')
        WHEN 0 THEN 1000000
        ELSE CAST(substr(metric.figure, instr(metric.figure, '/') + 1) AS INTEGER)
      END AS whole
    FROM types
    JOIN metric ON metric.lead_type_id = types.lead_type_id
    WHERE ifnull(metric.from_month, '') = (
      SELECT max(ifnull(newest.from_month, ''))
      FROM metric AS newest
      WHERE newest.lead_type_id = types.lead_type_id
        AND newest.metric = metric.metric
        AND ifnull(newest.from_month, '') <= types.month
    )
  ),
  metrics AS (
    SELECT
      lead_type_id,
      month,
      max(minor_units) FILTER (WHERE metric = 'average-order-value') AS order_value,
      max(days) FILTER (WHERE metric = 'time-to-close') AS days,
      max(part) FILTER (WHERE metric = 'win-rate') AS win_part,
      max(whole) FILTER (WHERE metric = 'win-rate') AS win_whole,
      max(part) FILTER (WHERE metric = 'sql-to-opportunity') AS opportunity_part,
      max(whole) FILTER (WHERE metric = 'sql-to-opportunity') AS opportunity_whole,
      max(part) FILTER (WHERE metric = 'mql-to-sql') AS sql_part,
      max(whole) FILTER (WHERE metric = 'mql-to-sql') AS sql_whole
    FROM steps
    GROUP BY lead_type_id, month
  ),
  -- Order value × win rate × SQL→opportunity × MQL→SQL, a rate at a time; e6, e12 and e18 are the digits after the
  -- point, six by six, and a remainder goes on to the next six.
  valued_1 AS (
    SELECT
      metrics.*,
      order_value * win_part / win_whole AS a0,
      (order_value * win_part % win_whole) * 1000000 / win_whole AS a6,
      ((order_value * win_part % win_whole) * 1000000 % win_whole) * 1000000 / win_whole AS a12,
      (
        (((order_value * win_part % win_whole) * 1000000 % win_whole) * 1000000 % win_whole) * 2000000 + win_whole
      ) / (2 * win_whole) AS a18
    FROM metrics
  ),
  valued_2 AS (
    SELECT
      valued_1.*,
      a0 * opportunity_part / opportunity_whole AS b0,
      (a0 * opportunity_part % opportunity_whole) * 1000000 + a6 * opportunity_part AS b6
    FROM valued_1
  ),
  valued_3 AS (
    SELECT
      valued_2.*,
      b6 % opportunity_whole * 1000000 + a12 * opportunity_part AS b12
    FROM valued_2
  ),
  valued_4 AS (
    SELECT
      valued_3.lead_type_id,
      valued_3.month,
      valued_3.days,
      valued_3.sql_part,
      valued_3.sql_whole,
      b0,
      b6 / opportunity_whole AS b6,
      b12 / opportunity_whole AS b12,
      (2 * (b12 % opportunity_whole * 1000000 + a18 * opportunity_part) + opportunity_whole)
        / (2 * opportunity_whole) AS b18
    FROM valued_3
  ),
  valued_5 AS (
    SELECT
      valued_4.*,
      b0 * sql_part / sql_whole AS c0,
      (b0 * sql_part % sql_whole) * 1000000 + b6 * sql_part AS c6
    FROM valued_4
  ),
  valued_6 AS (
    SELECT
      valued_5.*,
      c6 % sql_whole * 1000000 + b12 * sql_part AS c12
    FROM valued_5
  ),
  valued AS (
    SELECT
      lead_type_id,
      month,
      days / 30 + (days % 30 + 15) / 30 AS lag,
      c0,
      c6 / sql_whole AS c6,
      c12 / sql_whole AS c12,
      (2 * (c12 % sql_whole * 1000000 + b18 * sql_part) + sql_whole) / (2 * sql_whole) AS c18
    FROM valued_6
  ),
  -- Where the quotas given end earlier, the last stands in.
  quoted AS (
    SELECT
      types.*,
      valued.c0,
      valued.c6,
      valued.c12,
      valued.c18,
      strftime('%Y-%m', types.month || '-01', '+' || valued.lag || ' months') AS quota_month,
      ifnull(
        (
          SELECT quota.minor_units
          FROM quota
          WHERE quota.stream_id = types.stream_id
            AND quota.month <= strftime('%Y-%m', types.month || '-01', '+' || valued.lag || ' months')
          ORDER BY quota.month DESC
          LIMIT 1
        ),
        0
      ) AS quota
    FROM types
    JOIN valued USING (lead_type_id, month)
  ),
  -- New business, of which each type of the stream has its share; types whose quota months differ are shared out by
  -- the new business of their own.
  business AS (
    SELECT
      quoted.*,
      quota - (2 * quota * retention_part + retention_whole) / (2 * retention_whole) AS new_business
    FROM quoted
  ),
  shared AS (
    SELECT
      business.*,
      other.lead_type_id AS other_id,
      other.position AS other_position,
      business.new_business * other.share_part / other.share_whole AS other_part,
      (business.new_business * other.share_part % other.share_whole) * 1000000000000 / other.share_whole
        AS other_remainder
    FROM business
    JOIN types AS other ON other.stream_id = business.stream_id AND other.month = business.month
  ),
  ranked AS (
    SELECT
      shared.*,
      new_business - sum(other_part) OVER type AS left_over,
      row_number() OVER (
        PARTITION BY lead_type_id, month
        ORDER BY other_remainder DESC, other_position
      ) AS rank
    FROM shared
    WINDOW type AS (PARTITION BY lead_type_id, month)
  )
SELECT
  contract_id,
  version_id,
  month,
  quarter_first_month,
  quarter,
  stream,
  stream_position,
  lead_type,
  position,
  quota_month,
  other_part + (rank <= left_over) AS due,
  c0 AS value,
  c6 AS value_e6,
  c12 AS value_e12,
  c18 AS value_e18
FROM ranked
WHERE other_id = lead_type_id
;
CREATE VIEW month_account AS
SELECT
  month_terms.contract_id,
  contract.name AS contract,
  version.number AS version,
  month_terms.month,
  month_terms.quarter_first_month,
  month_terms.quarter,
  month_terms.stream,
  month_terms.stream_position,
  month_terms.lead_type,
  month_terms.position,
  month_terms.quota_month,
  version.currency,
  month_terms.due,
  CASE ifnull(version.delivery_source, 'logged') WHEN 'logged' THEN ifnull(month_count.count, 0) END AS count,
  value,
  value_e6,
  value_e12,
  value_e18
FROM month_terms
JOIN contract ON contract.contract_id = month_terms.contract_id
JOIN version ON version.version_id = month_terms.version_id
LEFT JOIN month_count ON month_count.contract_id = month_terms.contract_id
  AND month_count.month = month_terms.month
  AND month_count.stream = month_terms.stream
  AND month_count.lead_type = month_terms.lead_type;
CREATE VIEW report_month AS
WITH
  accounts AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  levels (level, depth) AS (
    VALUES ('contract', 1), ('stream', 2), ('lead type', 3)
  ),
  sums AS (
    SELECT
      contract,
      max(version) AS version,
      month,
      quarter,
      level,
      depth,
      CASE WHEN depth >= 2 THEN stream END AS stream,
      CASE WHEN depth = 3 THEN lead_type END AS lead_type,
      min(CASE WHEN depth >= 2 THEN stream_position END) AS stream_position,
      min(CASE WHEN depth = 3 THEN position END) AS position,
      currency,
      CASE count(count) WHEN count(1) THEN sum(count) END AS leads_delivered,
      CASE count(count) WHEN count(1) THEN sum(count * value) END AS whole,
      sum(count * value_e6) AS e6,
      sum(count * value_e12) AS e12,
      sum(count * value_e18) AS e18,
      sum(due) AS due
    FROM accounts
    CROSS JOIN levels
    GROUP BY contract, month, level,
      CASE WHEN depth >= 2 THEN stream END,
      CASE WHEN depth = 3 THEN lead_type END
  ),
  -- What passes six digits is carried on, and the whole rounded once, half up.
  carried AS (
    SELECT sums.*, e12 + (e18 - (e18 % 1000000 + 1000000) % 1000000) / 1000000 AS f12
    FROM sums
  ),
  carried_on AS (
    SELECT carried.*, e6 + (f12 - (f12 % 1000000 + 1000000) % 1000000) / 1000000 + 500000 AS f6
    FROM carried
  ),
  rounded AS (
    SELECT carried_on.*, whole + (f6 - (f6 % 1000000 + 1000000) % 1000000) / 1000000 AS delivered
    FROM carried_on
  )
SELECT
  contract,
  version,
  month,
  quarter,
  level,
  stream,
  lead_type,
  leads_delivered,
  delivered AS value_delivered_minor_units,
  due AS value_due_minor_units,
  CASE WHEN due > 0 THEN (2 * delivered * 1000000 + due) / (2 * due) END AS attainment_ppm,
  currency
FROM rounded
ORDER BY contract, month, depth, stream_position, position
;
CREATE VIEW report_quarter AS
WITH
  accounts AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  levels (level, depth) AS (
    VALUES ('contract', 1), ('stream', 2), ('lead type', 3)
  ),
  sums AS (
    SELECT
      contract,
      quarter,
      quarter_first_month,
      level,
      depth,
      CASE WHEN depth >= 2 THEN stream END AS stream,
      CASE WHEN depth = 3 THEN lead_type END AS lead_type,
      min(CASE WHEN depth >= 2 THEN stream_position END) AS stream_position,
      min(CASE WHEN depth = 3 THEN position END) AS position,
      currency,
      CASE count(count) WHEN count(1) THEN sum(count) END AS leads_delivered,
      CASE count(count) WHEN count(1) THEN sum(count * value) END AS whole,
      sum(count * value_e6) AS e6,
      sum(count * value_e12) AS e12,
      sum(count * value_e18) AS e18,
      sum(due) AS due
    FROM accounts
    CROSS JOIN levels
    GROUP BY contract, quarter, level,
      CASE WHEN depth >= 2 THEN stream END,
      CASE WHEN depth = 3 THEN lead_type END
  ),
  -- What passes six digits is carried on, and the whole rounded once, half up.
  carried AS (
    SELECT sums.*, e12 + (e18 - (e18 % 1000000 + 1000000) % 1000000) / 1000000 AS f12
    FROM sums
  ),
  carried_on AS (
    SELECT carried.*, e6 + (f12 - (f12 % 1000000 + 1000000) % 1000000) / 1000000 + 500000 AS f6
    FROM carried
  ),
  rounded AS (
    SELECT carried_on.*, whole + (f6 - (f6 % 1000000 + 1000000) % 1000000) / 1000000 AS delivered
    FROM carried_on
  )
SELECT
  contract,
  quarter,
  quarter_first_month,
  level,
  stream,
  lead_type,
  leads_delivered,
  delivered AS value_delivered_minor_units,
  due AS value_due_minor_units,
  CASE WHEN due > 0 THEN (2 * delivered * 1000000 + due) / (2 * due) END AS attainment_ppm,
  currency
FROM rounded
ORDER BY contract, quarter_first_month, depth, stream_position, position
;
CREATE VIEW report_cohort AS
WITH
  terms AS MATERIALIZED (
    SELECT * FROM month_account
  ),
  cohorts AS (
    SELECT DISTINCT contract_id, stream, lead_type, month
    FROM outcome
  ),
  known AS (
    SELECT
      cohorts.*,
      (
        SELECT outcome.sqls
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month AND outcome.sqls IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS sqls,
      (
        SELECT outcome.opportunities
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month
          AND outcome.opportunities IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS opportunities,
      (
        SELECT outcome.won
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month AND outcome.won IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS won,
      (
        SELECT outcome.revenue_minor_units
        FROM outcome
        WHERE outcome.contract_id = cohorts.contract_id AND outcome.stream = cohorts.stream
          AND outcome.lead_type = cohorts.lead_type AND outcome.month = cohorts.month
          AND outcome.revenue_minor_units IS NOT NULL
        ORDER BY outcome.outcome_id DESC
        LIMIT 1
      ) AS revenue
    FROM cohorts
  )
SELECT
  contract.name AS contract,
  known.month,
  known.stream,
  known.lead_type,
  terms.quota_month,
  terms.count AS leads_delivered,
  known.sqls,
  known.opportunities,
  known.won,
  known.revenue AS revenue_minor_units,
  terms.due AS value_due_minor_units,
  first.currency
FROM known
JOIN contract ON contract.contract_id = known.contract_id
JOIN version AS first ON first.contract_id = known.contract_id AND first.number = 1
LEFT JOIN terms ON terms.contract_id = known.contract_id AND terms.month = known.month
  AND terms.stream = known.stream AND terms.lead_type = known.lead_type
ORDER BY contract.name, known.month, known.stream, known.lead_type;
CREATE VIEW report_follow_up AS
SELECT
  report_observation.contract,
  report_observation.subject,
  report_observation.stream,
  report_observation.rep,
  report_observation.first_day,
  report_observation.last_day,
  report_observation.met,
  report_observation.due,
  report_observation.score_millionths,
  report_observation.recorded_at,
  report_observation.recorded_by
FROM report_observation
WHERE NOT EXISTS (
  SELECT 1
  FROM report_observation AS newer
  WHERE newer.contract = report_observation.contract
    AND newer.subject = report_observation.subject
    AND ifnull(newer.stream, '') = ifnull(report_observation.stream, '')
    AND ifnull(newer.rep, '') = ifnull(report_observation.rep, '')
    AND newer.first_day = report_observation.first_day
    AND newer.last_day = report_observation.last_day
    AND newer.observation > report_observation.observation
)
ORDER BY report_observation.contract, report_observation.first_day, report_observation.observation;
CREATE TRIGGER key_clause_keeps_its_rows_as_they_are BEFORE UPDATE ON key_clause
BEGIN
  SELECT RAISE(ABORT, 'key_clause is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER key_clause_keeps_its_rows BEFORE DELETE ON key_clause
BEGIN
  SELECT RAISE(ABORT, 'key_clause is append-only: a change of the agreement is a new version');
END;
CREATE TRIGGER signature_key_keeps_its_rows_as_they_are BEFORE UPDATE ON signature_key
BEGIN
  SELECT RAISE(ABORT, 'signature_key is append-only: a word given stays given');
END;
CREATE TRIGGER signature_key_keeps_its_rows BEFORE DELETE ON signature_key
BEGIN
  SELECT RAISE(ABORT, 'signature_key is append-only: a word given stays given');
END;
CREATE VIEW report_signature_key AS
SELECT
  contract.name AS contract,
  version.number AS version,
  signature.email AS email,
  signature_key.fingerprint AS fingerprint,
  signature_key.public_key AS public_key,
  signature_key.armoured AS armoured,
  journal.recorded_at AS given_at,
  version.digest AS digest
FROM signature_key
JOIN signature ON signature.signature_id = signature_key.signature_id
JOIN version ON version.version_id = signature.version_id
JOIN contract ON contract.contract_id = version.contract_id
LEFT JOIN journal ON journal.seq = signature.seq
ORDER BY contract.name, version.number, signature.signature_id;
CREATE INDEX lead_by_record ON lead (contract_id, external_id, part);
CREATE INDEX lead_by_deal ON lead (contract_id, deal) WHERE deal IS NOT NULL;
CREATE TRIGGER lead_keeps_its_rows_as_they_are BEFORE UPDATE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;
CREATE TRIGGER lead_keeps_its_rows BEFORE DELETE ON lead
BEGIN
  SELECT RAISE(ABORT, 'lead is append-only: import a file that says what is right');
END;
CREATE INDEX touch_by_external_id ON touch (contract_id, external_id);
CREATE INDEX touch_by_lead ON touch (contract_id, lead, touched_at, is_automatic, import_id);
CREATE TRIGGER touch_keeps_its_rows_as_they_are BEFORE UPDATE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
END;
CREATE TRIGGER touch_keeps_its_rows BEFORE DELETE ON touch
BEGIN
  SELECT RAISE(ABORT, 'touch is append-only: import a file that says what is right');
END;
CREATE INDEX dispute_by_lead ON dispute (contract_id, lead);
CREATE VIEW report_lead AS
SELECT
  contract.name AS contract,
  lead.external_id AS lead,
  lead.part AS part,
  lead.stream AS stream,
  lead.lead_type AS lead_type,
  lead.delivered_at AS delivered_at,
  lead.rep AS rep,
  lead.contacted_at AS contacted_at,
  lead.sales_qualified_at AS sales_qualified_at,
  lead.opportunity_at AS opportunity_at,
  lead.won_at AS won_at,
  lead.lost_at AS lost_at,
  lead.disqualified_at AS disqualified_at,
  lead.reason AS reason,
  lead.stage AS stage,
  lead.ending AS ending,
  lead.amount_minor_units AS amount_minor_units,
  lead.currency AS currency,
  lead.modified_at AS modified_at,
  lead.attributes AS attributes,
  import.file_name AS file_name,
  lead.line AS line,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM lead
JOIN contract ON contract.contract_id = lead.contract_id
LEFT JOIN import ON import.import_id = lead.import_id
LEFT JOIN journal ON journal.seq = lead.seq
WHERE lead.lead_id = (
  CASE
    WHEN lead.deal IS NOT NULL THEN (
      SELECT max(newest.lead_id)
      FROM lead AS newest
      WHERE newest.contract_id = lead.contract_id
        AND newest.deal = lead.deal
        AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
    )
    ELSE (
      SELECT max(newest.lead_id)
      FROM lead AS newest
      WHERE newest.contract_id = lead.contract_id
        AND newest.external_id = lead.external_id
        AND newest.part = lead.part
        AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
    )
  END
)
ORDER BY lead.lead_id;
CREATE VIEW report_touch AS
SELECT
  contract.name AS contract,
  touch.external_id AS touch,
  touch.lead AS lead,
  touch.touched_at AS touched_at,
  touch.kind AS kind,
  touch.rep AS rep,
  touch.is_automatic AS is_automatic,
  import.file_name AS file_name,
  touch.line AS line,
  journal.recorded_at AS recorded_at,
  journal.recorded_by AS recorded_by,
  journal.recorded_on AS recorded_on
FROM touch
JOIN contract ON contract.contract_id = touch.contract_id
LEFT JOIN import ON import.import_id = touch.import_id
LEFT JOIN journal ON journal.seq = touch.seq
WHERE touch.touch_id = (
  SELECT max(newest.touch_id)
  FROM touch AS newest
  WHERE newest.contract_id = touch.contract_id
    AND newest.external_id = touch.external_id
    AND newest.import_id NOT IN (SELECT import_id FROM withdrawal)
)
ORDER BY touch.touch_id;
CREATE INDEX lead_by_delivery ON lead (contract_id, delivered_at, external_id);
CREATE INDEX lead_open ON lead (contract_id, external_id)
WHERE won_at IS NULL AND lost_at IS NULL AND disqualified_at IS NULL AND ending IS NULL AND stage IS NOT 'won';
COMMIT;
