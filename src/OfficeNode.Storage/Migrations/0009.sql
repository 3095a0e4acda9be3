-- Where paper files lie and who has them, and how days were closed.

-- Rows are only ever added.
CREATE TABLE paper_move (
  id      INTEGER PRIMARY KEY,
  dossier INTEGER NOT NULL REFERENCES dossier,
  kind    INTEGER NOT NULL,           -- 0 put away, 1 charged out, 2 given back
  what    TEXT NOT NULL,              -- the place, or who has it; empty for given back
  author  TEXT NOT NULL,
  at      TEXT NOT NULL
);
CREATE INDEX paper_move_of_dossier ON paper_move (dossier, id);

-- What the moves of each dossier come to.
CREATE TABLE paper (
  dossier    INTEGER PRIMARY KEY REFERENCES dossier,
  place      TEXT,                    -- where it belongs; null until somebody said so
  place_key  TEXT NOT NULL,           -- for the search
  holder     TEXT,                    -- who has it; null where it lies in its place
  holder_key TEXT NOT NULL,
  since      TEXT NOT NULL
);
CREATE INDEX paper_by_place ON paper (place_key);
CREATE INDEX paper_by_holder ON paper (since) WHERE holder IS NOT NULL;

-- Acts of screens that were done, so that one that is sent again because its answer was lost is not done twice.
CREATE TABLE done_request (
  name     TEXT PRIMARY KEY,          -- digest over person and the name that the browser gave it
  location TEXT NOT NULL,             -- where its answer led
  at       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX done_request_by_time ON done_request (at);

-- Days as people closed them. Rows are only ever added; of several for a day the last counts.
CREATE TABLE day_close (
  id     INTEGER PRIMARY KEY,
  day    TEXT NOT NULL,
  author TEXT NOT NULL,
  at     TEXT NOT NULL,
  feeder INTEGER NOT NULL,            -- whether somebody looked that no sheet is left in it
  remark TEXT NOT NULL,
  counts TEXT NOT NULL                -- JSON: what the day came to
);
CREATE INDEX day_close_by_day ON day_close (day);

-- What was done since the morning is counted whenever somebody looks at Today.
CREATE INDEX batch_page_by_time ON batch_page (scanned_at);
