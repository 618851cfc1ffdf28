-- Rebuilt from the journal. The refund itself is the body of its journal row; this finds it. `sale` is the
-- number of the sale; null where goods came back without a receipt.
CREATE TABLE refunds (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  sale INTEGER,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX refunds_of_sale ON refunds (sale);

-- How much of a line has come back, in thousandths: no way through the program brings back more than was sold.
CREATE TABLE refunded_lines (
  sale INTEGER NOT NULL,
  line INTEGER NOT NULL,
  sold INTEGER NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded BETWEEN 0 AND sold),
  PRIMARY KEY (sale, line)
) STRICT, WITHOUT ROWID;

-- Beside the journal: what of a customer's payment was given back out of the drawer, so that it can't go back
-- through its provider as well.
CREATE TABLE payment_cash_back (
  attempt TEXT PRIMARY KEY,
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

-- The slip of a refund is a kind of paper of its own; its subject is the refund's number.
ALTER TABLE print_jobs RENAME TO print_jobs_before;
CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'refund', 'report', 'drawer', 'test')),
  title TEXT NOT NULL,
  subject TEXT,
  copy INTEGER NOT NULL DEFAULT 1,
  at INTEGER NOT NULL,
  expires_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('queued', 'blocked', 'sending', 'printed', 'sent', 'uncertain', 'failed', 'cancelled', 'expired')),
  reason TEXT,
  bytes BLOB,
  document TEXT
) STRICT;
INSERT INTO print_jobs SELECT * FROM print_jobs_before;
DROP TABLE print_jobs_before;
CREATE UNIQUE INDEX one_job_per_reprint ON print_jobs (subject, copy) WHERE kind = 'receipt' AND copy > 1;
