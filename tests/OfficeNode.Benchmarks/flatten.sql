-- From a register of generated marks: one row per mark with every value that one import of it writes.
.mode csv
.headers on
SELECT
  d.right, d.number, d.year, d.created_at, r.json, r.digest, r.author, r.at,
  n.sort_key, n.search_key,
  applicant.name AS applicant, applicant.name_key AS applicant_key, agent.name AS agent, agent.name_key AS agent_key,
  c.code AS class, filed.day AS filed, published.day AS published, priority.day AS priority,
  t.numbers AS text_numbers, t.names AS text_names, t.texts AS text_texts,
  f.words AS find_words
FROM dossier d
JOIN revision r ON r.id = d.revision
JOIN number n ON n.dossier = d.id
JOIN party applicant ON applicant.dossier = d.id AND applicant.ordinal = 0
JOIN party agent ON agent.dossier = d.id AND agent.ordinal = 1
JOIN class c ON c.dossier = d.id
JOIN day filed ON filed.dossier = d.id AND filed.kind = 0
JOIN day published ON published.dossier = d.id AND published.kind = 3
JOIN day priority ON priority.dossier = d.id AND priority.kind = 4
JOIN register_text t ON t.rowid = d.id
JOIN register_find f ON f.rowid = d.id
ORDER BY d.id;
