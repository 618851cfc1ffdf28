-- Beside the journal, as durable as it: what is being paid, and how far every payment and refund has got.
-- The journal tells of each of their steps; these rows are where the till goes on after a crash.

CREATE TABLE payment_intents (
  id TEXT PRIMARY KEY,
  cart TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked')),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_open_intent ON payment_intents (state) WHERE state = 'open';

-- `place` is part of the order number. `state` is the name of the state in `body`, for finding what is open.
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
CREATE INDEX payment_attempts_of_intent ON payment_attempts (intent);
CREATE INDEX open_payment_attempts ON payment_attempts (state)
  WHERE state NOT IN ('paid', 'declined', 'cancelled', 'not-sent', 'refunded');

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
CREATE INDEX payment_refunds_of_attempt ON payment_refunds (attempt);
CREATE INDEX open_payment_refunds ON payment_refunds (state) WHERE state <> 'refunded';

-- What waits for a person and is no payment's own state: money too much, tenders nobody could verify.
CREATE TABLE payment_desk (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('surplus', 'unverified')),
  attempt TEXT,
  receipt TEXT,
  amount INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_notes (
  place INTEGER PRIMARY KEY,
  attempt TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX payment_notes_of_attempt ON payment_notes (attempt);

CREATE TABLE channel_settings (
  channel TEXT PRIMARY KEY,
  merchant TEXT NOT NULL,
  credential INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  body TEXT NOT NULL,
  sealed TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One ask of a lane waits at most; lanes do not wait for each other.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX one_waits_per_lane ON outbox (kind, lane) WHERE running = 0 AND lane <> '';
