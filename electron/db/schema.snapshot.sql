CREATE INDEX catalog_added_code ON catalog_added (code);

CREATE INDEX catalog_items_a_category ON catalog_items_a (category, rank) WHERE category <> '';

CREATE INDEX catalog_items_b_category ON catalog_items_b (category, rank) WHERE category <> '';

CREATE UNIQUE INDEX catalog_words_a_start ON catalog_words_a (start, part);

CREATE UNIQUE INDEX catalog_words_b_start ON catalog_words_b (start, part);

CREATE INDEX invoice_refunds_of_sale ON invoice_refunds (sale);

CREATE INDEX invoices_by_number ON invoices (number) WHERE number IS NOT NULL;

CREATE INDEX invoices_by_state ON invoices (state, sale);

CREATE UNIQUE INDEX one_active_shift ON shifts (state) WHERE state = 'active';

CREATE UNIQUE INDEX one_job_per_reprint ON print_jobs (subject, copy) WHERE kind = 'receipt' AND copy > 1;

CREATE UNIQUE INDEX one_open_intent ON payment_intents (state) WHERE state = 'open';

CREATE UNIQUE INDEX one_shift_per_drawer ON shifts (drawer) WHERE state IN ('active', 'waiting');

CREATE UNIQUE INDEX one_waits_per_lane ON outbox (kind, lane) WHERE running = 0 AND lane <> '';

CREATE INDEX open_payment_attempts ON payment_attempts (state)
  WHERE state NOT IN ('paid', 'declined', 'cancelled', 'not-sent', 'refunded');

CREATE INDEX open_payment_refunds ON payment_refunds (state) WHERE state <> 'refunded';

CREATE INDEX payment_attempts_of_intent ON payment_attempts (intent);

CREATE INDEX payment_notes_of_attempt ON payment_notes (attempt);

CREATE INDEX payment_refunds_of_attempt ON payment_refunds (attempt);

CREATE INDEX refunds_of_sale ON refunds (sale);

CREATE INDEX shifts_of_day ON shifts (day);

CREATE INDEX tickets_by_time ON tickets (at);

CREATE INDEX tickets_of_shift ON tickets (shift);

CREATE INDEX watched_acts_by_time ON watched_acts (at);

CREATE TABLE answers (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;

CREATE TABLE backups (
  outcome TEXT PRIMARY KEY CHECK (outcome IN ('written', 'failed')),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE catalog_added (
  -- Never used again, so that whoever remembers a place finds these goods there or none.
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  item TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price BETWEEN 1 AND 9999999999),
  tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN 0 AND 1000),
  -- Wall ms, and who did it.
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- The generation that has them, or for which they had to go; null while they stand here only.
  generation INTEGER
) STRICT;

CREATE TABLE catalog_codes_a (
  code TEXT NOT NULL,
  rank INTEGER NOT NULL,
  PRIMARY KEY (code, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalog_codes_b (
  code TEXT NOT NULL,
  rank INTEGER NOT NULL,
  PRIMARY KEY (code, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalog_former (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  import TEXT NOT NULL,
  file TEXT NOT NULL,
  -- Wall ms of the import.
  at INTEGER NOT NULL,
  items INTEGER NOT NULL CHECK (items >= 0)
) STRICT;

CREATE TABLE catalog_ids_a (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalog_ids_b (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalog_imports (
  place INTEGER PRIMARY KEY,
  import TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  -- JSON list: the columns of the file.
  headers TEXT NOT NULL
) STRICT;

CREATE TABLE catalog_items_a (
  rank INTEGER PRIMARY KEY CHECK (rank > 0),
  id TEXT NOT NULL,
  codes TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  unit TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 9999999999),
  tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN 0 AND 1000),
  tax_code TEXT NOT NULL,
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 7)
, packs TEXT NOT NULL DEFAULT '', lowest INTEGER CHECK (lowest > 0), cost INTEGER CHECK (cost > 0)) STRICT;

CREATE TABLE catalog_items_b (
  rank INTEGER PRIMARY KEY CHECK (rank > 0),
  id TEXT NOT NULL,
  codes TEXT NOT NULL,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  unit TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 9999999999),
  tax_permille INTEGER NOT NULL CHECK (tax_permille BETWEEN 0 AND 1000),
  tax_code TEXT NOT NULL,
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 7)
, packs TEXT NOT NULL DEFAULT '', lowest INTEGER CHECK (lowest > 0), cost INTEGER CHECK (cost > 0)) STRICT;

CREATE TABLE catalog_live (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  slot TEXT NOT NULL CHECK (slot IN ('a', 'b')),
  generation INTEGER NOT NULL CHECK (generation >= 0),
  items INTEGER NOT NULL CHECK (items >= 0),
  -- 0 while the slot that is not live still has to be cleared.
  tidy INTEGER NOT NULL CHECK (tidy IN (0, 1))
) STRICT;

CREATE TABLE catalog_mappings (
  place INTEGER PRIMARY KEY,
  -- SHA-256 of the JSON list of the columns' names.
  headers TEXT NOT NULL UNIQUE,
  -- JSON object: field -> column, from 0.
  mapping TEXT NOT NULL
) STRICT;

CREATE TABLE catalog_rejects (
  import TEXT NOT NULL REFERENCES catalog_imports (import) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  reason TEXT NOT NULL,
  -- JSON list: the cells as the file has them.
  cells TEXT NOT NULL,
  PRIMARY KEY (import, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalog_words_a (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL
) STRICT;

CREATE TABLE catalog_words_b (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL
) STRICT;

CREATE TABLE channel_settings (
  channel TEXT PRIMARY KEY,
  merchant TEXT NOT NULL,
  credential INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  body TEXT NOT NULL,
  sealed TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_days (
  day TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_credit (
  place INTEGER PRIMARY KEY CHECK (place = 0),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE exchange_returns (
  refund INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE invoice_refunds (
  seq INTEGER PRIMARY KEY,
  sale INTEGER NOT NULL
) STRICT;

CREATE TABLE invoices (
  sale INTEGER PRIMARY KEY,
  receipt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'withdrawn', 'issued', 'needs-red', 'red')),
  buyer TEXT NOT NULL CHECK (buyer IN ('company', 'person')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  told_in INTEGER NOT NULL,
  requested_at INTEGER NOT NULL,
  number TEXT,
  red_number TEXT
) STRICT;

CREATE TABLE item_popularity (
  item TEXT PRIMARY KEY,
  units INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  v INTEGER NOT NULL,
  epoch TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  running INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1))
, lane TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE payment_attempts (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  intent TEXT NOT NULL,
  order_number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  moved_at INTEGER NOT NULL,
  code_tail TEXT NOT NULL,
  code_mac TEXT NOT NULL,
  receipt TEXT
) STRICT;

CREATE TABLE payment_cash_back (
  attempt TEXT PRIMARY KEY,
  amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_desk (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('surplus', 'unverified')),
  attempt TEXT,
  receipt TEXT,
  amount INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_held (
  attempt TEXT PRIMARY KEY,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_intents (
  id TEXT PRIMARY KEY,
  cart TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked')),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_notes (
  place INTEGER PRIMARY KEY,
  attempt TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE payment_refunds (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  attempt TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  moved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE personal (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  field TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT,
  PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE pin_failures (
  staff TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE quick_pages (
  page TEXT PRIMARY KEY,
  place INTEGER NOT NULL CHECK (place >= 0),
  title TEXT NOT NULL,
  places TEXT NOT NULL
) STRICT;

CREATE TABLE refunded_lines (
  sale TEXT NOT NULL,
  line INTEGER NOT NULL,
  sold INTEGER NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded BETWEEN 0 AND sold),
  PRIMARY KEY (sale, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  sale TEXT,
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;

CREATE TABLE repriced (
  item TEXT NOT NULL,
  repricing INTEGER NOT NULL,
  price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 9999999999),
  -- The price when it was planned.
  was INTEGER NOT NULL,
  PRIMARY KEY (item, repricing)
) STRICT, WITHOUT ROWID;

CREATE TABLE repricings (
  -- Never used again: rows of `repriced` may outlive their repricing for a while.
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  -- Wall ms from which it counts.
  starts INTEGER NOT NULL,
  -- Goods whose price was another one when it was planned.
  goods INTEGER NOT NULL CHECK (goods >= 0),
  -- Where it is from a list: the import, and the file's name.
  import TEXT,
  file TEXT,
  -- Wall ms, and who planned it.
  planned INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- 0 while its prices are still being written.
  ready INTEGER NOT NULL CHECK (ready IN (0, 1)),
  -- Counts up with each that has begun; null while it is to come.
  begun INTEGER,
  -- The generation that has its prices; null while they stand here only.
  generation INTEGER
) STRICT;

CREATE TABLE sales (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0)
) STRICT;

CREATE TABLE set_aside (
  seq INTEGER PRIMARY KEY,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  setting TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  told_in INTEGER NOT NULL
, badge_in INTEGER, codes_in INTEGER, second_factor INTEGER NOT NULL DEFAULT 0 CHECK (second_factor IN (0, 1)), blocked INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)), forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE TABLE staff_told (
  staff TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (staff, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  gateway TEXT NOT NULL,
  url TEXT NOT NULL,
  fingerprint TEXT,
  sealed_key TEXT NOT NULL,
  acked_through INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;

CREATE TABLE tickets (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'void', 'without-receipt')),
  number INTEGER NOT NULL,
  receipt TEXT NOT NULL,
  shift TEXT NOT NULL,
  cashier TEXT NOT NULL,
  at INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  total INTEGER NOT NULL,
  tenders TEXT NOT NULL,
  offline INTEGER NOT NULL CHECK (offline IN (0, 1))
) STRICT;

CREATE TABLE used_codes (
  staff TEXT NOT NULL,
  step INTEGER NOT NULL,
  PRIMARY KEY (staff, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_acts (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('line-removed', 'cart-voided', 'drawer-opened', 'price-overridden', 'floor-passed')),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
