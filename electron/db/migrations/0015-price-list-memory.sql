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
