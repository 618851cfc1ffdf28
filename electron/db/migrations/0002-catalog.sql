-- The price list. It is versioned state beside the journal, not a projection of it: a sale carries its own
-- copy of names, prices and tax. Two slots of the same shape: while one is live the next generation is built
-- in the other, in slices, and becomes live by flipping the one row of catalog_live.

CREATE TABLE catalog_live (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  slot TEXT NOT NULL CHECK (slot IN ('a', 'b')),
  generation INTEGER NOT NULL CHECK (generation >= 0),
  items INTEGER NOT NULL CHECK (items >= 0),
  -- 0 while the slot that is not live still has to be cleared.
  tidy INTEGER NOT NULL CHECK (tidy IN (0, 1))
) STRICT;
INSERT INTO catalog_live (one, slot, generation, items, tidy) VALUES (1, 'a', 0, 0, 1);

-- `rank` is the order of what sold most when the generation was built; searching walks it, so nothing is sorted.
-- Texts were checked row by row on the way in; to check them here again was a third of writing them.
-- `codes` holds all codes, blanks between them. `flags`: 1 no discount, 2 age check, 4 deposit.
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
) STRICT;
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
) STRICT;

-- One code may stand on several goods, so code alone is no key.
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

-- An item is found by its id through its codes, for nearly every id is one of them; the others stand here.
CREATE TABLE catalog_ids_a (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE catalog_ids_b (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which goods carry which category, for the quick keys.
CREATE INDEX catalog_items_a_category ON catalog_items_a (category, rank) WHERE category <> '';
CREATE INDEX catalog_items_b_category ON catalog_items_b (category, rank) WHERE category <> '';

-- The search index. The goods of a part are some thousands in a row; `start` is what the words of a block
-- begin with, and features/catalog/search/words.ts writes and reads the block itself.
CREATE TABLE catalog_words_a (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL,
  PRIMARY KEY (part, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE catalog_words_b (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL,
  PRIMARY KEY (part, start)
) STRICT, WITHOUT ROWID;

-- Units sold of each item: a projection of the sales. A weighing counts as one.
CREATE TABLE item_popularity (
  item TEXT PRIMARY KEY,
  units INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last imports, and the rows they turned away, to be given back as a file.
CREATE TABLE catalog_imports (
  place INTEGER PRIMARY KEY,
  import TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  -- JSON list: the columns of the file.
  headers TEXT NOT NULL
) STRICT;
CREATE TABLE catalog_rejects (
  import TEXT NOT NULL REFERENCES catalog_imports (import) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  reason TEXT NOT NULL,
  -- JSON list: the cells as the file has them.
  cells TEXT NOT NULL,
  PRIMARY KEY (import, line)
) STRICT, WITHOUT ROWID;
