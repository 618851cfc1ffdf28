-- Blocks of the search index are large, so they stand apart from what they are found by: in one tree with it
-- every step down a search passed over four of them, and a word that is nowhere cost as much as a common one.

ALTER TABLE catalog_words_a RENAME TO catalog_words_a_before;
CREATE TABLE catalog_words_a (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL
) STRICT;
INSERT INTO catalog_words_a SELECT part, start, block FROM catalog_words_a_before ORDER BY part, start;
CREATE UNIQUE INDEX catalog_words_a_start ON catalog_words_a (start, part);
DROP TABLE catalog_words_a_before;

ALTER TABLE catalog_words_b RENAME TO catalog_words_b_before;
CREATE TABLE catalog_words_b (
  part INTEGER NOT NULL,
  start TEXT NOT NULL,
  block BLOB NOT NULL
) STRICT;
INSERT INTO catalog_words_b SELECT part, start, block FROM catalog_words_b_before ORDER BY part, start;
CREATE UNIQUE INDEX catalog_words_b_start ON catalog_words_b (start, part);
DROP TABLE catalog_words_b_before;
