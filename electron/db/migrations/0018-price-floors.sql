-- What a price list says beside the price, per unit of it: the lowest price, and what the goods cost the shop.
-- Null where it says neither.
ALTER TABLE catalog_items_a ADD COLUMN lowest INTEGER CHECK (lowest > 0);
ALTER TABLE catalog_items_b ADD COLUMN lowest INTEGER CHECK (lowest > 0);
ALTER TABLE catalog_items_a ADD COLUMN cost INTEGER CHECK (cost > 0);
ALTER TABLE catalog_items_b ADD COLUMN cost INTEGER CHECK (cost > 0);

-- What was sold below its floor is looked at like prices set by hand. The index follows the journal: it begins anew.
DROP TABLE watched_acts;
CREATE TABLE watched_acts (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('line-removed', 'cart-voided', 'drawer-opened', 'price-overridden', 'floor-passed')),
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;
CREATE INDEX watched_acts_by_time ON watched_acts (at);
DELETE FROM tickets;
UPDATE meta SET value = '0' WHERE key = 'tickets-through';
