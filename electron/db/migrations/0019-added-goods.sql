-- Goods that were put on the price list at the counter since the live generation was built. Beside the journal,
-- as the catalogue is: the next generation takes them in, and undoing the import that built it brings them back.
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
CREATE INDEX catalog_added_code ON catalog_added (code);
