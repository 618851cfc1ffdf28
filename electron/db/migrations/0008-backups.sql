-- The last good backup and the last try that failed, as the journal tells of them.
CREATE TABLE backups (
  outcome TEXT PRIMARY KEY CHECK (outcome IN ('written', 'failed')),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
