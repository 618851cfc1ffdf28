import Database from 'better-sqlite3';

/**
 * Changes the author of a journal row behind the till's back, as somebody with the file and a tool would:
 * without our triggers. What it gives changes the row back.
 */
export function changeRow(file: string, seq: number): () => void {
  const write = (actor: string) => {
    const raw = new Database(file);
    raw.exec('DROP TRIGGER IF EXISTS journal_is_never_changed');
    raw.prepare('UPDATE journal SET actor = ? WHERE seq = ?').run(actor, seq);
    raw.close();
  };
  const raw = new Database(file, { readonly: true });
  const { actor } = raw.prepare('SELECT actor FROM journal WHERE seq = ?').get(seq) as { actor: string };
  raw.close();
  write('somebody-else');
  return () => write(actor);
}
