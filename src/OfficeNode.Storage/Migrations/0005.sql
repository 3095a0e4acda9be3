-- What is found as one types: numbers, names, words of marks and titles; and the extracts that people certified.

-- One row per dossier, rowid its id, the words of its current revision folded (NameKey) as in register_text. The index of beginnings makes a search cost what it shows, not
-- what it matches; without places in the text (detail) it is small and quick to fill. Ten letters: beyond them few words begin alike.
CREATE VIRTUAL TABLE register_find USING fts5 (words, detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8 9 10', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mc'");

-- Dossiers saved before there was this index, from "next" to "last": filled in small steps while people work; no row once all of them are in.
CREATE TABLE find_gap (
  next INTEGER NOT NULL,
  last INTEGER NOT NULL
);
INSERT INTO find_gap (next, last) SELECT first, final FROM (SELECT min(id) AS first, max(id) AS final FROM dossier) WHERE first IS NOT NULL;

-- Rows are only ever added: what was certified stays as it was handed out.
CREATE TABLE extract (
  id        INTEGER PRIMARY KEY,
  dossier   INTEGER NOT NULL REFERENCES dossier,
  revision  INTEGER NOT NULL REFERENCES revision,
  content   BLOB NOT NULL,             -- the JSON that was signed
  digest    TEXT NOT NULL,
  signature BLOB NOT NULL,             -- CMS, detached
  author    TEXT NOT NULL,
  at        TEXT NOT NULL
);
CREATE INDEX extract_of_dossier ON extract (dossier);
CREATE TRIGGER extract_is_not_changed BEFORE UPDATE ON extract BEGIN SELECT RAISE(ABORT, 'an extract is never changed'); END;
CREATE TRIGGER extract_is_not_deleted BEFORE DELETE ON extract BEGIN SELECT RAISE(ABORT, 'an extract is never deleted'); END;
