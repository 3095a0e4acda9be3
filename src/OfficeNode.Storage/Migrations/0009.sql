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
