-- Rebuilt from the journal: settings, staff, pin_failures, shifts, shift_tenders, sales, held_carts.

CREATE TABLE settings (
  setting TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Name and PIN hash lie in `personal`, under the row that told of them.
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  told_in INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pin_failures (
  staff TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (
  id TEXT PRIMARY KEY,
  cashier TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  float INTEGER NOT NULL CHECK (float >= 0),
  closed_at INTEGER,
  counted INTEGER,
  sales INTEGER NOT NULL DEFAULT 0,
  gross INTEGER NOT NULL DEFAULT 0,
  discounts INTEGER NOT NULL DEFAULT 0,
  net INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  cash_expected INTEGER NOT NULL,
  first_receipt TEXT,
  last_receipt TEXT,
  removed_lines INTEGER NOT NULL DEFAULT 0,
  drawer_openings INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX one_open_shift ON shifts ((closed_at IS NULL)) WHERE closed_at IS NULL;

CREATE TABLE shift_tenders (
  shift TEXT NOT NULL REFERENCES shifts (id),
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (shift, kind)
) STRICT, WITHOUT ROWID;

-- The sale itself is the body of its journal row; this finds it.
CREATE TABLE sales (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0)
) STRICT;

-- Beside the journal: what is still being decided, and what machines have been told.

CREATE TABLE carts (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'held')),
  body TEXT NOT NULL,
  multiplier INTEGER,
  label TEXT NOT NULL DEFAULT '',
  held_at INTEGER,
  held_by TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_cart ON carts (state) WHERE state = 'open';

CREATE TABLE print_jobs (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'report', 'drawer', 'test')),
  title TEXT NOT NULL,
  subject TEXT,
  copy INTEGER NOT NULL DEFAULT 1,
  at INTEGER NOT NULL,
  expires_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('queued', 'blocked', 'sending', 'printed', 'sent', 'uncertain', 'failed', 'cancelled', 'expired')),
  reason TEXT,
  bytes BLOB
) STRICT;
CREATE UNIQUE INDEX one_job_per_copy ON print_jobs (subject, copy) WHERE kind = 'receipt';

CREATE TABLE sync_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  gateway TEXT NOT NULL,
  url TEXT NOT NULL,
  fingerprint TEXT,
  sealed_key TEXT NOT NULL,
  acked_through INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;

CREATE TABLE set_aside (
  seq INTEGER PRIMARY KEY,
  reason TEXT NOT NULL
) STRICT;
