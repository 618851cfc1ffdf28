-- The ticket index follows the journal in idle moments, so no sale's commit touches a page of it.
-- `tickets-through`: the journal row through which both tables have got.
INSERT INTO meta (key, value) VALUES ('tickets-through', '0');

-- A row for each sale and each refund. What a refund takes from the shop is negative, so every sum over rows is
-- what the shop has. No date and no hour: the wall clock's rules (zone, daylight saving) are not in the journal,
-- and rows that follow from facts alone come out the same whenever and wherever they are rebuilt.
-- `tenders`: JSON object, amount by tender (`cash`, `store-code`, or the wallet's name).
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
CREATE INDEX tickets_by_time ON tickets (at);
CREATE INDEX tickets_of_shift ON tickets (shift);

-- What loss prevention looks at beside tickets: lines taken out, carts given up, the drawer opened without a sale.
CREATE TABLE watched_acts (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('line-removed', 'cart-voided', 'drawer-opened')),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX watched_acts_by_time ON watched_acts (at);

-- A page that is printed as it was when it was asked for; the other jobs are laid out from what they are about.
ALTER TABLE print_jobs ADD COLUMN document TEXT;
