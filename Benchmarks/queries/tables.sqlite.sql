-- The tables that quarter.sqlite.sql asks: as a person would make them for it, amounts in cents.
CREATE TABLE lead (
  "external-id" INTEGER PRIMARY KEY, stream TEXT, "lead-type" TEXT, delivered TEXT, rep TEXT, sql TEXT, opportunity TEXT,
  won TEXT, lost TEXT, disqualified TEXT, reason TEXT, amount INTEGER, modified TEXT
);
CREATE TABLE touch (id INTEGER PRIMARY KEY, lead INTEGER, at TEXT, kind TEXT, rep TEXT);
CREATE TABLE source (crm_stream TEXT, crm_word TEXT, stream TEXT, lead_type TEXT, lag INTEGER);
CREATE TABLE workday (day TEXT PRIMARY KEY, worked_before INTEGER, is_worked INTEGER);
