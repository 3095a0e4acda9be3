-- The receiving desk's own memory: which packages came, and what was answered. One row per name and bytes; a name that came with other bytes has two.
CREATE TABLE arrival (
  id          INTEGER PRIMARY KEY,
  package     TEXT    NOT NULL,
  digest      TEXT    NOT NULL,
  length      INTEGER NOT NULL,
  written_at  TEXT    NOT NULL,          -- of the file when it was looked at: while it stands, the bytes need not be read again
  sender      TEXT,                      -- fingerprint of the signer's certificate; NULL when no signature fitted
  office      TEXT,                      -- as the manifest says; NULL when it could not be read
  outcome     INTEGER NOT NULL,
  answered    INTEGER NOT NULL,          -- 0 when another package of the same name has the receipt
  accepted    INTEGER NOT NULL,
  refused     INTEGER NOT NULL,
  taken_at    TEXT    NOT NULL,
  UNIQUE (package, digest)
);
