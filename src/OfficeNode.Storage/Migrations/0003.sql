-- The scan under way in a batch, or its last: after a stop the same order goes on, from the same sheet.

ALTER TABLE batch ADD COLUMN scan_source TEXT;                        -- null where it is the batch's own
ALTER TABLE batch ADD COLUMN scan_sheet  INTEGER NOT NULL DEFAULT 1;  -- with which it began
