-- What the core itself keeps: the journal, the commands it has answered, the work it still owes.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `prev` of a record is the hash of the row before; it is not stored twice.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  v INTEGER NOT NULL,
  epoch TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;

-- Clear texts behind the digests in the journal; `value` may be erased, salt and row stay.
CREATE TABLE personal (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  field TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT,
  PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

-- Without a row id and a second index: every page that a sale touches is a page that the disk must take.
CREATE TABLE commands (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  running INTEGER NOT NULL DEFAULT 0 CHECK (running IN (0, 1))
) STRICT;
