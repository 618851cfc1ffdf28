/** Why there is no new backup; the sentence for each is in every language. */
export type BackupFault =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'no-folder'
  /** The copy did not prove itself, so it was not kept. */
  | 'damaged'
  /** What it was stands in the log. */
  | 'failed';

/** Copies of the whole database. */
export type BackupFacts = {
  /** `rows` and `head` (a hash) say where the journal in the copy ends. `elsewhere`: in a folder that was named for it. */
  'backup-written': {
    readonly file: string;
    readonly bytes: number;
    readonly rows: number;
    readonly head: string;
    readonly elsewhere: boolean;
  };
  'backup-failed': { readonly why: BackupFault };
};
