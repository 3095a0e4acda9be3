-- Entries: the data of dossiers while people key them, and what became of them.

ALTER TABLE page ADD COLUMN turns INTEGER NOT NULL DEFAULT 0;   -- quarter turns to the right that make its frame upright

ALTER TABLE batch ADD COLUMN handed_at TEXT;        -- since when nobody arranges it any more
ALTER TABLE batch ADD COLUMN handed_drafts INTEGER; -- how many drafts it had then: while there are fewer entries, handing over goes on

CREATE TABLE entry (
  id         INTEGER PRIMARY KEY,
  right      INTEGER NOT NULL,
  state      INTEGER NOT NULL,       -- 0 keying, 1 second, 2 settling, 3 waiting, 4 sent back, 5 released, 6 dropped
  version    INTEGER NOT NULL,
  number     TEXT,                   -- as printed, so far
  search_key TEXT NOT NULL,          -- of the number
  applicant  TEXT,
  name_key   TEXT NOT NULL,          -- of the applicant
  batch      INTEGER REFERENCES batch,
  draft      INTEGER,                -- place among the drafts of the batch, from 1
  dossier    INTEGER REFERENCES dossier,
  base       INTEGER REFERENCES revision,
  hurried    INTEGER NOT NULL,
  received   INTEGER NOT NULL,       -- whether a reception at the counter made it
  touched    INTEGER NOT NULL,       -- whether a person keyed anything
  texts      TEXT NOT NULL,          -- digest of the texts that the machine's values were taken from
  level      INTEGER NOT NULL,
  made_by    TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  keyed_by   TEXT,
  keyed_at   TEXT,
  second_by  TEXT,
  settled_by TEXT,
  remark     TEXT,
  remark_by  TEXT,
  claim_by   TEXT,
  claimed_at TEXT,
  seen_at    TEXT,
  UNIQUE (batch, draft)
);
CREATE INDEX entry_by_state ON entry (state, id);
CREATE INDEX entry_by_number ON entry (search_key);
CREATE INDEX entry_by_name ON entry (name_key);
CREATE INDEX entry_of_dossier ON entry (dossier);
CREATE INDEX entry_by_keyed ON entry (keyed_by, keyed_at);

CREATE TABLE entry_value (
  entry      INTEGER NOT NULL REFERENCES entry,
  pass       INTEGER NOT NULL,       -- 0 the entry's own, 1 of the second person, 2 decided by the third
  path       TEXT NOT NULL,
  item       INTEGER NOT NULL,
  text       TEXT NOT NULL,
  language   TEXT,
  state      INTEGER NOT NULL,       -- 0 read, 1 kept, 2 typed, 3 confirmed
  confidence INTEGER,                -- hundredths of a percent
  page       INTEGER,                -- number within the entry
  box        TEXT,                   -- x y width height
  was        TEXT,                   -- what the corrected record has there
  author     TEXT,
  at         TEXT NOT NULL,
  PRIMARY KEY (entry, pass, path, item)
) WITHOUT ROWID;

-- Pages as they were handed over. Those of the dossier that an entry corrects are found there.
CREATE TABLE entry_page (
  entry      INTEGER NOT NULL REFERENCES entry,
  number     INTEGER NOT NULL,       -- from 1
  batch_page INTEGER NOT NULL REFERENCES batch_page,
  document   TEXT,
  turns      INTEGER,                -- as a person said; null leaves it to what was read
  read_turns INTEGER NOT NULL,
  blank      INTEGER NOT NULL,
  filed      INTEGER REFERENCES page,
  PRIMARY KEY (entry, number)
) WITHOUT ROWID;
CREATE INDEX entry_page_of_batch ON entry_page (batch_page);

CREATE TABLE entry_crop (
  entry    INTEGER NOT NULL REFERENCES entry,
  number   INTEGER NOT NULL,
  page     INTEGER NOT NULL,
  box      TEXT NOT NULL,
  document TEXT NOT NULL,
  design   INTEGER,
  proposed INTEGER NOT NULL,
  filed    INTEGER REFERENCES page,
  PRIMARY KEY (entry, number)
) WITHOUT ROWID;

-- Rows are only ever added: who put which revision into the register, and how often its text was looked at.
CREATE TABLE entry_release (
  id       INTEGER PRIMARY KEY,
  entry    INTEGER NOT NULL REFERENCES entry,
  dossier  INTEGER NOT NULL REFERENCES dossier,
  revision INTEGER NOT NULL REFERENCES revision,
  author   TEXT NOT NULL,
  at       TEXT NOT NULL,
  level    INTEGER NOT NULL,
  own      INTEGER NOT NULL,         -- whether the one who keyed it released it
  sample   INTEGER REFERENCES sample
);
CREATE INDEX entry_release_of_dossier ON entry_release (dossier);
CREATE INDEX entry_release_of_revision ON entry_release (revision);

-- Of a back-file batch, the entries that are checked for all of them.
CREATE TABLE sample (
  id       INTEGER PRIMARY KEY,
  batch    INTEGER NOT NULL REFERENCES batch,
  drawn_of INTEGER NOT NULL,         -- how many entries it was drawn from
  accepted INTEGER NOT NULL,         -- so many wrong ones are accepted
  seed     INTEGER NOT NULL,
  author   TEXT NOT NULL,
  at       TEXT NOT NULL,
  state    INTEGER NOT NULL,         -- 0 being checked, 1 passed, 2 failed
  ended_at TEXT
);
CREATE INDEX sample_of_batch ON sample (batch);

CREATE TABLE sample_entry (
  sample     INTEGER NOT NULL REFERENCES sample,
  entry      INTEGER NOT NULL REFERENCES entry,
  is_wrong   INTEGER,                -- null until it was looked at
  checked_by TEXT,
  checked_at TEXT,
  PRIMARY KEY (sample, entry)
) WITHOUT ROWID;
CREATE INDEX sample_entry_of_entry ON sample_entry (entry);

-- Fields that two people keyed, blind: how often they agree tells how often one of them errs.
CREATE TABLE agreement (
  entry  INTEGER NOT NULL REFERENCES entry,
  path   TEXT NOT NULL,
  item   INTEGER NOT NULL,
  agreed INTEGER NOT NULL,
  at     TEXT NOT NULL,
  PRIMARY KEY (entry, path, item)
) WITHOUT ROWID;

-- Values that the node spoiled on purpose when they were shown for release: how many are noticed tells how much checking finds.
CREATE TABLE seed (
  entry   INTEGER PRIMARY KEY REFERENCES entry,
  path    TEXT NOT NULL,
  item    INTEGER NOT NULL,
  spoiled TEXT NOT NULL,
  at      TEXT NOT NULL,
  noticed INTEGER                    -- null until the entry was released or sent back
);
