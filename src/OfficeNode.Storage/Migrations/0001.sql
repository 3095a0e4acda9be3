-- Times are UTC in ISO 8601 with milliseconds, days are yyyy-MM-dd, digests are SHA-256 in hexadecimal.

CREATE TABLE node (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- AUTOINCREMENT: entries cut off the end are missed, too.
CREATE TABLE audit (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        TEXT NOT NULL,
  author    TEXT NOT NULL,
  action    TEXT NOT NULL,
  detail    TEXT NOT NULL,
  last_revision INTEGER NOT NULL,   -- id of the newest revision at the end of the transaction
  revisions TEXT NOT NULL,          -- digest over the revisions written
  previous  TEXT NOT NULL,
  digest    TEXT NOT NULL
);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END;

CREATE TABLE source (
  id        INTEGER PRIMARY KEY,
  digest    TEXT NOT NULL UNIQUE,
  extension TEXT NOT NULL,
  name      TEXT NOT NULL,
  length    INTEGER NOT NULL,
  added_at  TEXT NOT NULL
);

-- How far an import of a source with a mapping has come: the resumption point after a stop.
CREATE TABLE import_run (
  source       INTEGER NOT NULL REFERENCES source,
  mapping      TEXT NOT NULL,        -- digest of the mapping, empty where the format needs none
  done         INTEGER NOT NULL,     -- ordinal of the last item committed
  finished     INTEGER NOT NULL,
  counts       TEXT NOT NULL,        -- JSON: what was counted up to there
  PRIMARY KEY (source, mapping)
) WITHOUT ROWID;

-- What an import had to say about entries: every refused one with its text, so that the file of rejects survives a stop.
CREATE TABLE import_note (
  source   INTEGER NOT NULL REFERENCES source,
  mapping  TEXT NOT NULL,
  item     INTEGER NOT NULL,
  line     INTEGER,
  rejected INTEGER NOT NULL,
  findings TEXT NOT NULL,
  raw      TEXT,
  PRIMARY KEY (source, mapping, item)
) WITHOUT ROWID;

CREATE TABLE dossier (
  id         INTEGER PRIMARY KEY,
  right      INTEGER NOT NULL,
  number     TEXT NOT NULL,          -- with year, the name: the first of the current revision's numbers
  year       INTEGER NOT NULL,
  revision   INTEGER,                -- the current one
  created_at TEXT NOT NULL
);

-- Rows are only ever added (I3).
CREATE TABLE revision (
  id         INTEGER PRIMARY KEY,
  dossier    INTEGER NOT NULL REFERENCES dossier,
  ordinal    INTEGER NOT NULL,
  json       BLOB NOT NULL,
  digest     TEXT NOT NULL,
  author     TEXT NOT NULL,
  at         TEXT NOT NULL,
  source     INTEGER REFERENCES source,
  item       INTEGER,                -- ordinal of the entry in the source
  UNIQUE (dossier, ordinal)
);

CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

-- From here to register_text: indexes over current revisions, clustered by dossier so that an import only appends.
CREATE TABLE number (
  dossier    INTEGER NOT NULL REFERENCES dossier,
  ordinal    INTEGER NOT NULL,
  kind       INTEGER NOT NULL,       -- 0 application, 1 registration, 2 publication, 3 route, 4 none: the dossier's own
  right      INTEGER NOT NULL,
  series     TEXT NOT NULL,
  printed    TEXT NOT NULL,
  year       INTEGER NOT NULL,
  sort_key   TEXT NOT NULL,
  search_key TEXT NOT NULL,          -- a function of printed: it leads to exact matches as well
  PRIMARY KEY (dossier, ordinal)
) WITHOUT ROWID;
CREATE INDEX number_by_search ON number (search_key);

CREATE TABLE party (
  dossier  INTEGER NOT NULL REFERENCES dossier,
  ordinal  INTEGER NOT NULL,
  role     INTEGER NOT NULL,
  name     TEXT NOT NULL,
  name_key TEXT NOT NULL,
  PRIMARY KEY (dossier, ordinal)
) WITHOUT ROWID;
CREATE INDEX party_by_name ON party (name_key);

CREATE TABLE class (
  dossier INTEGER NOT NULL REFERENCES dossier,
  scheme  INTEGER NOT NULL,
  code    TEXT NOT NULL,
  PRIMARY KEY (dossier, scheme, code)
) WITHOUT ROWID;
CREATE INDEX class_by_code ON class (scheme, code);

CREATE TABLE day (
  dossier INTEGER NOT NULL REFERENCES dossier,
  kind    INTEGER NOT NULL,
  day     TEXT NOT NULL,
  PRIMARY KEY (dossier, kind, day)
) WITHOUT ROWID;
CREATE INDEX day_by_kind ON day (kind, day);

-- Full text of the current revision; rowid is the dossier. The text comes folded (NameKey), because the tokenizer folds Latin only.
CREATE VIRTUAL TABLE register_text USING fts5 (numbers, names, texts, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mc'");

CREATE TABLE master (
  digest    TEXT PRIMARY KEY,
  extension TEXT NOT NULL,
  length    INTEGER NOT NULL,
  crc32     INTEGER NOT NULL,
  added_at  TEXT NOT NULL,
  damaged_at TEXT
) WITHOUT ROWID;

CREATE TABLE page (
  id            INTEGER PRIMARY KEY,
  dossier       INTEGER NOT NULL REFERENCES dossier,
  document      TEXT NOT NULL,
  sequence      INTEGER NOT NULL,
  master        TEXT NOT NULL REFERENCES master,
  frame         INTEGER NOT NULL,
  design_number INTEGER,
  facts         TEXT NOT NULL,
  origin        TEXT NOT NULL,
  UNIQUE (dossier, document, sequence)
);
CREATE INDEX page_by_master ON page (master);

-- An image made of one frame of a master for a profile; its file can be made again and must then have this digest.
CREATE TABLE derivative (
  master    TEXT NOT NULL REFERENCES master,
  frame     INTEGER NOT NULL,
  profile   TEXT NOT NULL,
  digest    TEXT NOT NULL,
  extension TEXT NOT NULL,
  length    INTEGER NOT NULL,
  crc32     INTEGER NOT NULL,
  facts     TEXT NOT NULL,
  PRIMARY KEY (master, frame, profile)
) WITHOUT ROWID;

CREATE TABLE act (
  id           INTEGER PRIMARY KEY,
  dossier      INTEGER NOT NULL REFERENCES dossier,
  kind         INTEGER NOT NULL,
  day          TEXT NOT NULL,
  person       TEXT NOT NULL,
  gazette      TEXT NOT NULL,
  opens        TEXT NOT NULL,
  destinations TEXT NOT NULL,
  recorded_at  TEXT NOT NULL
);
CREATE INDEX act_of_dossier ON act (dossier);

CREATE TABLE hold (
  id        INTEGER PRIMARY KEY,
  dossier   INTEGER NOT NULL REFERENCES dossier,
  reason    TEXT NOT NULL,
  person    TEXT NOT NULL,
  since     TEXT NOT NULL,
  until     TEXT,
  lifted_at TEXT,
  lifted_by TEXT
);
CREATE INDEX hold_of_dossier ON hold (dossier);

CREATE TABLE package (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  destination TEXT NOT NULL,
  scope       INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,
  state       INTEGER NOT NULL,      -- 0 reserved, 1 sealed, 2 abandoned
  profile     TEXT NOT NULL,         -- JSON snapshot of the destination's profile
  reserved_at TEXT NOT NULL,
  sealed_at   TEXT,
  audit_head  TEXT,
  length      INTEGER,
  digest      TEXT,
  members     INTEGER,
  records     INTEGER,
  UNIQUE (destination, sequence)
);

CREATE TABLE package_content (
  package   INTEGER NOT NULL REFERENCES package,
  ordinal   INTEGER NOT NULL,
  dossier   INTEGER NOT NULL REFERENCES dossier,
  revision  INTEGER NOT NULL REFERENCES revision,
  operation INTEGER NOT NULL,
  twin      INTEGER NOT NULL,        -- its ordinal among its twins
  content   TEXT NOT NULL,           -- digest of what was exported
  opened    TEXT NOT NULL,           -- document codes opened
  pages     TEXT NOT NULL,           -- JSON: pages with member names
  PRIMARY KEY (package, ordinal)
) WITHOUT ROWID;
CREATE UNIQUE INDEX package_content_of_dossier ON package_content (dossier, package);

-- Twins: dossiers of one right with one number as printed, because old series repeat. Counted per destination, in the order in which they first
-- went there: a count over all of them would tell by its gaps of a dossier that is closed.
CREATE TABLE twin (
  destination TEXT NOT NULL,
  right       INTEGER NOT NULL,
  kind        INTEGER NOT NULL,      -- as in number
  printed     TEXT NOT NULL,
  ordinal     INTEGER NOT NULL,
  dossier     INTEGER NOT NULL REFERENCES dossier,
  PRIMARY KEY (destination, right, kind, printed, ordinal)
) WITHOUT ROWID;

-- One row per sealed package that is to go out: its place in the outbox and on its way.
CREATE TABLE delivery (
  package      INTEGER PRIMARY KEY REFERENCES package,
  state        INTEGER NOT NULL,     -- 0 waiting, 1 delivered, 2 accepted, 3 refused, 4 stopped
  since        TEXT NOT NULL,
  reason       TEXT,                 -- finding as JSON: why it waits, was refused or stopped
  attempts     INTEGER NOT NULL,
  next_try     TEXT,
  bytes_sent   INTEGER NOT NULL,
  bytes_resent INTEGER NOT NULL,
  proof        TEXT,                 -- JSON
  delivered_at TEXT,
  answered_at  TEXT
);
CREATE INDEX delivery_by_state ON delivery (state, package);

CREATE TABLE receipt (
  package   INTEGER PRIMARY KEY REFERENCES package,
  content   BLOB NOT NULL,
  signature BLOB,
  at        TEXT NOT NULL
);

-- An answer that came by letter or mail, as a person entered it; what it says of records stands in refusal.
CREATE TABLE answer (
  package     INTEGER PRIMARY KEY REFERENCES package,
  day         TEXT NOT NULL,
  sender      TEXT NOT NULL,
  person      TEXT NOT NULL,
  records     INTEGER,               -- how many the sender says it took
  source      INTEGER REFERENCES source,   -- the letter or mail itself
  recorded_at TEXT NOT NULL
);

-- Per record and destination: what waits for an answer and what was last confirmed.
CREATE TABLE export (
  dossier           INTEGER NOT NULL REFERENCES dossier,
  destination       TEXT NOT NULL,
  queued_package    INTEGER REFERENCES package,
  queued_content    TEXT,
  confirmed_package INTEGER REFERENCES package,
  confirmed_content TEXT,
  PRIMARY KEY (dossier, destination)
) WITHOUT ROWID;
CREATE INDEX export_by_queued ON export (queued_package);

CREATE TABLE refusal (
  id          INTEGER PRIMARY KEY,
  dossier     INTEGER NOT NULL REFERENCES dossier,
  destination TEXT NOT NULL,
  package     INTEGER NOT NULL REFERENCES package,
  revision    INTEGER NOT NULL REFERENCES revision,
  finding     TEXT NOT NULL,
  at          TEXT NOT NULL
);
CREATE INDEX refusal_of_dossier ON refusal (dossier, destination);

CREATE TABLE lease (
  name   TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  since  TEXT NOT NULL
) WITHOUT ROWID;
