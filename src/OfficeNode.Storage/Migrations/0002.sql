-- Batches: pages as they came, and what people did to their order.

CREATE TABLE batch (
  id         INTEGER PRIMARY KEY,
  source     TEXT NOT NULL,          -- sane:DEVICE, folder:PATH
  author     TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at   TEXT,                   -- null while pages may still come
  fault      TEXT                    -- finding as JSON: why the scanner stopped before its end
);

-- Rows are only ever added; only what a machine sees of a page comes later.
CREATE TABLE batch_page (
  id         INTEGER PRIMARY KEY,
  batch      INTEGER NOT NULL REFERENCES batch,
  number     INTEGER NOT NULL,       -- in the order in which pages came, from 1
  sheet      INTEGER NOT NULL,
  side       INTEGER NOT NULL,       -- 0 front, 1 back
  master     TEXT NOT NULL REFERENCES master,
  frame      INTEGER NOT NULL,
  facts      TEXT NOT NULL,
  file       TEXT,                   -- the name it came under; null for a scanner
  stamp      TEXT NOT NULL,          -- name, time and length of the file: one that a stop left where it was is not taken twice
  scanned_at TEXT NOT NULL,
  look       TEXT,                   -- JSON
  UNIQUE (batch, number),
  UNIQUE (batch, stamp, frame)
);
CREATE INDEX batch_page_by_master ON batch_page (master);
CREATE INDEX batch_page_by_stamp ON batch_page (stamp);

CREATE TABLE batch_edit (
  id        INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL REFERENCES batch,
  edit      TEXT NOT NULL,           -- JSON
  author    TEXT NOT NULL,
  at        TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
);
CREATE INDEX batch_edit_of_batch ON batch_edit (batch, id);

-- What waits to be read by OCR, and what became of it.
CREATE TABLE reading (
  page     INTEGER PRIMARY KEY REFERENCES batch_page,
  state    INTEGER NOT NULL,         -- 0 waiting, 1 read, 2 failed
  priority INTEGER NOT NULL,         -- the lower the sooner
  attempts INTEGER NOT NULL,
  text     TEXT,                     -- digest of the page text's file among the derivatives
  findings TEXT NOT NULL,            -- JSON
  at       TEXT NOT NULL
);
CREATE INDEX reading_by_state ON reading (state, priority, page);
