-- Bound registers and boxes of index cards: batches whose pages hold many records each.

CREATE TABLE volume (
  id        INTEGER PRIMARY KEY,
  batch     INTEGER NOT NULL UNIQUE REFERENCES batch,
  name      TEXT NOT NULL,
  right     INTEGER NOT NULL,
  kind      INTEGER NOT NULL,        -- 0 ledger, 1 cards
  first     TEXT,                    -- number or year, as on the spine
  last      TEXT,
  columns   TEXT NOT NULL,           -- paths of fields in the order of the page, parted by line ends
  author    TEXT NOT NULL,
  at        TEXT NOT NULL
);

CREATE TABLE folio (
  volume     INTEGER NOT NULL REFERENCES volume,
  number     INTEGER NOT NULL,       -- place in the volume, from 1
  batch_page INTEGER NOT NULL REFERENCES batch_page,
  half       INTEGER NOT NULL,       -- 0 the whole picture, 1 its left half, 2 its right half
  turns      INTEGER NOT NULL,
  blank      INTEGER NOT NULL,
  label      TEXT,                   -- as a person said; null counts on from the one before
  done_by    TEXT,
  done_at    TEXT,
  claim_by   TEXT,
  claimed_at TEXT,
  seen_at    TEXT,
  PRIMARY KEY (volume, number)
) WITHOUT ROWID;

ALTER TABLE entry ADD COLUMN volume INTEGER REFERENCES volume;   -- the volume whose row it is

-- Rows of folios. A record that runs over several folios has a row on each.
CREATE TABLE folio_row (
  volume   INTEGER NOT NULL,
  folio    INTEGER NOT NULL,
  row      INTEGER NOT NULL,         -- never given twice on a folio
  position INTEGER NOT NULL,
  entry    INTEGER REFERENCES entry, -- null while nothing was keyed
  region   TEXT,                     -- x y width height in the upright picture
  note     TEXT NOT NULL,            -- what stands in the margin
  taken_at TEXT,                     -- since when a person took it out; it is kept and can be taken up again
  PRIMARY KEY (volume, folio, row),
  FOREIGN KEY (volume, folio) REFERENCES folio
) WITHOUT ROWID;
CREATE INDEX folio_row_of_entry ON folio_row (entry);
