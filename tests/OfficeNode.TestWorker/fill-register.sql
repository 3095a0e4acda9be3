-- Fills the tables, indexes and full text that one import of typical marks fills, from what .import left in "flat".
PRAGMA synchronous = FULL;
PRAGMA cache_size = -32768;
BEGIN;
INSERT INTO dossier (id, right, number, year, revision, created_at) SELECT rowid, 2, application, year, rowid, '2026-01-01T00:00:00.000Z' FROM flat;
INSERT INTO dossier_tally (right, opening, count) SELECT right, opening, count(*) FROM dossier GROUP BY right, opening;
INSERT INTO revision (id, dossier, ordinal, json, digest, author, at)
  SELECT rowid, rowid, 1, json, digest, 'measure', '2026-01-01T00:00:00.000Z' FROM flat;
INSERT INTO number (dossier, ordinal, kind, right, series, printed, year, sort_key, search_key)
  SELECT rowid, 0, 0, 2, '', application, year, application_sort, application_search FROM flat
  UNION ALL SELECT rowid, 1, 1, 2, '', registration, 0, registration_sort, registration_search FROM flat ORDER BY 1, 2;
INSERT INTO party (dossier, ordinal, role, name, name_key) SELECT rowid, 0, 1, holder, holder_key FROM flat;
INSERT INTO class (dossier, scheme, code) SELECT rowid, 1, class_1 FROM flat UNION ALL SELECT rowid, 1, class_2 FROM flat ORDER BY 1;
INSERT INTO day (dossier, kind, day)
  SELECT rowid, 0, filed FROM flat UNION ALL SELECT rowid, 1, registered FROM flat UNION ALL SELECT rowid, 2, expires FROM flat ORDER BY 1;
INSERT INTO register_text (rowid, numbers, names, texts) SELECT rowid, application || ' ' || registration, holder_key, text FROM flat;
INSERT INTO register_find (rowid, words) SELECT rowid, find FROM flat;
DROP TABLE flat;
COMMIT;
