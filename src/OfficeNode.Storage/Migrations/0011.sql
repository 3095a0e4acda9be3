-- What keeps screens as quick beside a million records as beside none: counts that are kept, and indexes of what is looked for.

-- How far acts have opened it, where that is sure until somebody records something: 0 not at all, else 1 + the highest kind of its acts. -1 is looked up
-- in acts and holds: there is a hold, an act whose day is to come, or nobody has looked since.
ALTER TABLE dossier ADD COLUMN opening INTEGER NOT NULL DEFAULT -1;
CREATE INDEX dossier_by_opening ON dossier (opening, right);

CREATE TABLE dossier_tally (
  right   INTEGER NOT NULL,
  opening INTEGER NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (right, opening)
) WITHOUT ROWID;
INSERT INTO dossier_tally (right, opening, count) SELECT right, opening, count(*) FROM dossier GROUP BY right, opening;

CREATE TABLE page_tally (count INTEGER NOT NULL);   -- one row
INSERT INTO page_tally (count) SELECT count(*) FROM page;

CREATE INDEX master_damaged ON master (digest) WHERE damaged_at IS NOT NULL;
CREATE INDEX package_by_destination ON package (destination, id, length);
CREATE INDEX entry_release_by_time ON entry_release (at);
CREATE INDEX agreement_by_time ON agreement (at, agreed);
CREATE INDEX seed_by_time ON seed (at, noticed);
CREATE INDEX sample_entry_by_time ON sample_entry (checked_at, is_wrong);

-- From here on null once all drafts are entries: who asks for work looks at the few others alone.
UPDATE batch SET handed_drafts = NULL WHERE handed_drafts <= (SELECT count(*) FROM entry WHERE entry.batch = batch.id);
CREATE INDEX batch_half_handed ON batch (id) WHERE handed_drafts > 0;
