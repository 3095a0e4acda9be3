-- People who work at the kiosk, and their sign-ins.

-- Rows are only ever added and changed: a name that stands in the audit log stays one person's.
CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  name_key     TEXT NOT NULL UNIQUE,   -- the name in capitals: one person has it, however it is written
  full_name    TEXT NOT NULL,
  roles        TEXT NOT NULL,          -- their names, parted by blanks
  language     TEXT,                   -- tag; null for the office's own
  disabled     INTEGER NOT NULL,
  secret       TEXT NOT NULL,          -- PBKDF2 with iterations and salt
  has_password INTEGER NOT NULL,       -- 0 for a PIN
  failures     INTEGER NOT NULL,       -- tries to sign in that failed since the last that did not
  failed_at    TEXT,
  added_at     TEXT NOT NULL
);

CREATE TABLE sign_in (
  token    TEXT PRIMARY KEY,           -- digest of the token that the browser holds
  person   INTEGER NOT NULL REFERENCES person,
  began_at TEXT NOT NULL,
  seen_at  TEXT NOT NULL,
  ended_at TEXT,
  why      INTEGER                     -- 0 left, 1 idle, 2 longest, 3 disabled, 4 new secret, 5 other roles
) WITHOUT ROWID;
CREATE INDEX sign_in_of_person ON sign_in (person);
CREATE INDEX sign_in_by_begin ON sign_in (began_at);

-- Tries under names that nobody has, so that they wait like those of people. Many names share a slot: there are never more rows than slots, and none
-- tells what was typed, which may have been a secret.
CREATE TABLE stranger (
  slot      INTEGER PRIMARY KEY,
  failures  INTEGER NOT NULL,
  failed_at TEXT NOT NULL
);
