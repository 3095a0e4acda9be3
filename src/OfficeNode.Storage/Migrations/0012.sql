-- What the separator sheet before an entry's pages says: its number is compared with the one on the form.

ALTER TABLE entry ADD COLUMN sheet TEXT;   -- the dossier as the sheet names it, T-2026-025589; null where no sheet names one
