-- The counter: series of numbers and filings received.

-- Rows are only ever added and changed: old series keep their law and years.
CREATE TABLE series (
  id         INTEGER PRIMARY KEY,
  right      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  name_key   TEXT NOT NULL,           -- the name folded: one series of a right has it, however it is written
  first_year INTEGER NOT NULL,
  last_year  INTEGER,                 -- null while it runs
  pattern    TEXT NOT NULL,
  yearly     INTEGER NOT NULL,        -- 1 when it begins at 1 with each year
  added_at   TEXT NOT NULL,
  UNIQUE (right, name_key)
);

-- How far a series has come: in a year where it begins anew with each, else under year 0.
CREATE TABLE series_count (
  series INTEGER NOT NULL REFERENCES series,
  year   INTEGER NOT NULL,
  first  INTEGER NOT NULL,            -- where it began
  next   INTEGER NOT NULL,
  PRIMARY KEY (series, year)
) WITHOUT ROWID;

-- Numbers reserved for days without power.
CREATE TABLE number_block (
  id          INTEGER PRIMARY KEY,
  series      INTEGER NOT NULL REFERENCES series,
  count_year  INTEGER NOT NULL,       -- as in series_count
  year        INTEGER NOT NULL,       -- that its numbers show
  first       INTEGER NOT NULL,
  last        INTEGER NOT NULL,
  first_day   TEXT NOT NULL,
  last_day    TEXT NOT NULL,
  author      TEXT NOT NULL,
  reserved_at TEXT NOT NULL,
  closed_at   TEXT,
  closed_by   TEXT,
  request     TEXT NOT NULL UNIQUE    -- the name of the act that made it: asked for again, it is not done again
);

CREATE TABLE reception (
  id          INTEGER PRIMARY KEY,
  series      INTEGER NOT NULL REFERENCES series,
  count_year  INTEGER NOT NULL,       -- as in series_count
  ordinal     INTEGER NOT NULL,
  right       INTEGER NOT NULL,
  printed     TEXT NOT NULL,
  year        INTEGER NOT NULL,       -- in which the number was given
  applicant   TEXT NOT NULL,
  papers      TEXT NOT NULL,          -- document codes with sheets, parted by blanks: APP 3 DES 12
  fee_receipt TEXT,
  remark      TEXT,
  received_at TEXT NOT NULL,
  day         TEXT NOT NULL,          -- the office's own then
  author      TEXT NOT NULL,
  entered_at  TEXT NOT NULL,
  block       INTEGER REFERENCES number_block,
  taken_back_at TEXT,
  taken_back_by TEXT,
  taken_back_why TEXT,
  request     TEXT NOT NULL UNIQUE,   -- as in number_block
  UNIQUE (series, count_year, ordinal)
);
CREATE INDEX reception_by_day ON reception (day);
CREATE INDEX reception_by_printed ON reception (printed);
CREATE INDEX reception_of_block ON reception (block);

-- Numbers that no filing got, with the reason; those of receptions that were taken back are told there.
CREATE TABLE number_gap (
  id            INTEGER PRIMARY KEY,
  series        INTEGER NOT NULL REFERENCES series,
  first_printed TEXT NOT NULL,
  last_printed  TEXT NOT NULL,
  numbers       INTEGER NOT NULL,     -- how many
  reason        INTEGER NOT NULL,     -- 1 spoiled, 2 of a block and not used
  remark        TEXT,
  author        TEXT NOT NULL,
  at            TEXT NOT NULL,
  request       TEXT UNIQUE           -- as in number_block; null where another act made it
);

-- The latest time that the audit log tells of a change, counted anew from each confirmation of the clock. Sign-ins are no change: people sign in under a clock that is wrong.
CREATE TABLE clock (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  latest TEXT NOT NULL
);
INSERT INTO clock (id, latest) SELECT 1, at FROM audit WHERE action NOT IN ('sign-in', 'sign-in lock') ORDER BY at DESC LIMIT 1;
