-- Beside the journal, as the catalogue is: what the till remembers of price lists.

-- Which column holds what, as a person chose it against the till's own guess: for the next file with these
-- columns in this order.
CREATE TABLE catalog_mappings (
  place INTEGER PRIMARY KEY,
  -- SHA-256 of the JSON list of the columns' names.
  headers TEXT NOT NULL UNIQUE,
  -- JSON object: field -> column, from 0.
  mapping TEXT NOT NULL
) STRICT;

-- The catalogue of before the last import lies in the slot that is not live while there is a row here, and can
-- be brought back. The row goes before that slot is built anew.
CREATE TABLE catalog_former (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  import TEXT NOT NULL,
  file TEXT NOT NULL,
  -- Wall ms of the import.
  at INTEGER NOT NULL,
  items INTEGER NOT NULL CHECK (items >= 0)
) STRICT;

-- Packs of an item, as a JSON list of [code, pieces, price or null]; empty where there are none. Their codes
-- stand among the codes of the item.
ALTER TABLE catalog_items_a ADD COLUMN packs TEXT NOT NULL DEFAULT '';
ALTER TABLE catalog_items_b ADD COLUMN packs TEXT NOT NULL DEFAULT '';
