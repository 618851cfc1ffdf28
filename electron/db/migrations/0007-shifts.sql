-- A shift's figures are one running tally, so that X, Z and the day are sums of the same thing. Its Z is the
-- body of its closing row in the journal; `closed_seq` finds it. Shifts of before told too little to be carried
-- over; no release has written any.

DROP TABLE shifts;
CREATE TABLE shifts (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  drawer TEXT NOT NULL,
  day TEXT NOT NULL,
  cashier TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  float INTEGER NOT NULL CHECK (float >= 0),
  -- What the close before had left in the drawer, and whose it was.
  left_before INTEGER,
  shift_before TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'waiting', 'aside', 'closed')),
  -- JSON: `Tally`.
  tally TEXT NOT NULL,
  -- JSON: the counts so far, at most two of `Counting`.
  counts TEXT NOT NULL DEFAULT '[]',
  signed_by TEXT,
  opened_seq INTEGER NOT NULL,
  closed_seq INTEGER,
  closed_at INTEGER,
  z INTEGER UNIQUE,
  left_as_float INTEGER,
  -- JSON: `Explanation`.
  explained TEXT
) STRICT;
CREATE UNIQUE INDEX one_active_shift ON shifts (state) WHERE state = 'active';
CREATE UNIQUE INDEX one_shift_per_drawer ON shifts (drawer) WHERE state IN ('active', 'waiting');
CREATE INDEX shifts_of_day ON shifts (day);

CREATE TABLE closed_days (
  day TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
