-- New prices of some goods that count from a moment on (调价单). Beside the journal, as the catalogue is: the moment
-- flips one row, whatever the number of goods, and the next generation takes the prices in.
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
CREATE TABLE repriced (
  item TEXT NOT NULL,
  repricing INTEGER NOT NULL,
  price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 9999999999),
  -- The price when it was planned.
  was INTEGER NOT NULL,
  PRIMARY KEY (item, repricing)
) STRICT, WITHOUT ROWID;
