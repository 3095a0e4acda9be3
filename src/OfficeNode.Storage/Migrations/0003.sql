-- The scan under way in a batch, or its last: after a stop the same order goes on, from the same sheet.

ALTER TABLE batch ADD COLUMN scan_source TEXT;      -- null where it is the batch's own
ALTER TABLE batch ADD COLUMN scan_sheet  INTEGER;   -- with which it began; null where nobody noted it

ALTER TABLE batch_page ADD COLUMN source TEXT;      -- where its file came from; null for the batch's own source
