-- Fewer pages in a sale's commit: every table and index that it touches is a page that the disk must take.

-- Popularity follows the journal in idle moments: through which row it has got. Up to now, with every sale.
INSERT INTO meta (key, value) SELECT 'popularity-through', coalesce(max(seq), 0) FROM journal;

-- A sale is asked for by its number; its id stands in its journal row.
ALTER TABLE sales RENAME TO sales_before;
CREATE TABLE sales (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0)
) STRICT;
INSERT INTO sales (number, seq, total) SELECT number, seq, total FROM sales_before;

-- A print job is known by its place, without an index beside. `subject` is what it prints: the number of a
-- sale, the id of a shift. The first receipt is left by the sale itself, once; only reprints need an index.
ALTER TABLE print_jobs RENAME TO print_jobs_before;
CREATE TABLE print_jobs (
  id INTEGER PRIMARY KEY,
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
INSERT INTO print_jobs (id, kind, title, subject, copy, at, expires_at, state, reason, bytes)
  SELECT place, kind, title, coalesce((SELECT CAST(number AS TEXT) FROM sales_before WHERE id = subject), subject),
    copy, at, expires_at, state, reason, bytes
  FROM print_jobs_before;
UPDATE outbox SET body =
  json_object('job', (SELECT CAST(place AS TEXT) FROM print_jobs_before WHERE id = outbox.body ->> '$.job'));
DROP TABLE print_jobs_before;
DROP TABLE sales_before;
CREATE UNIQUE INDEX one_job_per_reprint ON print_jobs (subject, copy) WHERE kind = 'receipt' AND copy > 1;

-- JSON object: count and amount of each kind of tender.
ALTER TABLE shifts ADD COLUMN tenders TEXT NOT NULL DEFAULT '{}';
UPDATE shifts SET tenders = (
  SELECT json_group_object(kind, json_object('amount', amount, 'count', count) ORDER BY kind)
  FROM shift_tenders WHERE shift = shifts.id
);
DROP TABLE shift_tenders;

-- The cart on the counter has place 0, so there is one; the held ones stand behind it. Its body lies beside
-- the rest of the row up to 4 KB; in a table without row ids it went to pages of its own from 1 KB on.
-- `saved_after`: the last row of the journal when it was written. A sale after that row ends the cart.
ALTER TABLE carts RENAME TO carts_before;
CREATE TABLE carts (
  place INTEGER PRIMARY KEY CHECK (place >= 0),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  multiplier INTEGER,
  saved_after INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  held_at INTEGER,
  held_by TEXT
) STRICT;
INSERT INTO carts (place, id, body, multiplier, saved_after, label, held_at, held_by)
  SELECT iif(state = 'open', 0, row_number() OVER (ORDER BY held_at)), id, body, multiplier,
    (SELECT coalesce(max(seq), 0) FROM journal), label, held_at, held_by
  FROM carts_before;
DROP TABLE carts_before;
