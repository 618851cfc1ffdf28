-- Rebuilt from the journal, beside staff and pin_failures: staff_told, used_codes.

-- As told_in: where the clear text behind a badge or a secret lies, in `personal`.
ALTER TABLE staff ADD COLUMN badge_in INTEGER;
ALTER TABLE staff ADD COLUMN codes_in INTEGER;
ALTER TABLE staff ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 0 CHECK (second_factor IN (0, 1));
ALTER TABLE staff ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1));
ALTER TABLE staff ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1));

-- Every journal row with personal data of a person, so that erasing need not search the journal.
CREATE TABLE staff_told (
  staff TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (staff, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO staff_told (staff, seq)
  SELECT body ->> '$.staff', seq FROM journal WHERE kind IN ('staff-added', 'pin-set');

-- Steps of 30 s whose one-time code a person has used.
CREATE TABLE used_codes (
  staff TEXT NOT NULL,
  step INTEGER NOT NULL,
  PRIMARY KEY (staff, step)
) STRICT, WITHOUT ROWID;
