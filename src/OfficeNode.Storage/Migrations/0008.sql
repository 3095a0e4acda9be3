-- What was taken back from destinations, and what people asked the service to do while they look on.

CREATE TABLE retraction (
  id          INTEGER PRIMARY KEY,
  dossier     INTEGER NOT NULL REFERENCES dossier,
  destination TEXT NOT NULL,
  reason      TEXT NOT NULL,
  person      TEXT NOT NULL,
  last_act    INTEGER NOT NULL,      -- acts up to this one open nothing there any more
  last_package INTEGER NOT NULL,     -- packages up to this one are what it takes back
  way         INTEGER NOT NULL,      -- 0 nothing had been delivered, 1 a delete of the schema, 2 a letter
  package     INTEGER REFERENCES package,   -- the one that brings the delete, while it is on its way and after
  at          TEXT NOT NULL,
  settled_at  TEXT,                  -- null while the destination has not confirmed
  settled_by  TEXT,                  -- null where a package's answer did it
  note        TEXT
);
CREATE INDEX retraction_of_dossier ON retraction (dossier, destination, id);
CREATE INDEX retraction_by_package ON retraction (package);

CREATE TABLE errand (
  id          INTEGER PRIMARY KEY,
  kind        INTEGER NOT NULL,      -- 0 send, 1 build updates, 2 test of the line
  destination TEXT NOT NULL,
  person      TEXT NOT NULL,
  asked_at    TEXT NOT NULL,
  begun_at    TEXT,
  ended_at    TEXT,
  progress    INTEGER NOT NULL,      -- bytes at the receiver, or records packaged
  result      TEXT,                  -- JSON
  findings    TEXT NOT NULL          -- JSON
);
CREATE INDEX errand_of_destination ON errand (destination, id);
