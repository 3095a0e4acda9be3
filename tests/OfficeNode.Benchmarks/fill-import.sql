-- Fills the tables, indexes and full text that one import of generated marks fills, from what .import left in "flat".
PRAGMA synchronous = FULL;
PRAGMA cache_size = -32768;
BEGIN;
INSERT INTO source (id, digest, extension, name, length, added_at) SELECT 1, digest, 'csv', 'trademarks.csv', 0, at FROM flat LIMIT 1;
INSERT INTO dossier (id, right, number, year, revision, created_at, opening) SELECT rowid, right, number, year, rowid, created_at, 0 FROM flat;
INSERT INTO dossier_tally (right, opening, count) SELECT right, opening, count(*) FROM dossier GROUP BY right, opening;
INSERT INTO revision (id, dossier, ordinal, json, digest, author, at, source, item) SELECT rowid, rowid, 1, json, digest, author, at, 1, rowid FROM flat;
INSERT INTO number (dossier, ordinal, kind, right, series, printed, year, sort_key, search_key)
  SELECT rowid, 0, 0, right, '', number, year, sort_key, search_key FROM flat;
INSERT INTO party (dossier, ordinal, role, name, name_key)
  SELECT rowid, 0, 0, applicant, applicant_key FROM flat UNION ALL SELECT rowid, 1, 4, agent, agent_key FROM flat ORDER BY 1, 2;
INSERT INTO class (dossier, scheme, code) SELECT rowid, 1, class FROM flat;
INSERT INTO day (dossier, kind, day)
  SELECT rowid, 0, filed FROM flat UNION ALL SELECT rowid, 3, published FROM flat UNION ALL SELECT rowid, 4, priority FROM flat ORDER BY 1, 2;
INSERT INTO register_text (rowid, numbers, names, texts) SELECT rowid, text_numbers, text_names, text_texts FROM flat;
INSERT INTO register_find (rowid, words) SELECT rowid, find_words FROM flat;
DROP TABLE flat;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
