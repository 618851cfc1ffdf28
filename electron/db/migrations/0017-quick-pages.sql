-- The shop's own pages of quick keys, in their order; rebuilt from the journal. `places` is a JSON list of what
-- lies where, null where a place is empty.
CREATE TABLE quick_pages (
  page TEXT PRIMARY KEY,
  place INTEGER NOT NULL CHECK (place >= 0),
  title TEXT NOT NULL,
  places TEXT NOT NULL
) STRICT;
