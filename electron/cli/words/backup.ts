import path from 'node:path';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { verifyBackup } from '../../host/backup/verify.ts';
import { type Desk, type Fault, fault, messageOf, type Outcome, type TillDesk } from '../answer.ts';

/** `backup [--to DIR]`: a proved copy of the whole till, in its own folder for backups or in another. */
export async function backUp({ till, words }: TillDesk, to: string | undefined): Promise<Outcome> {
  const made = await till.command('backups.make', to === undefined ? {} : { to: path.resolve(to) });
  if (!made.ok) return made;
  const { folder, backup } = made.value;
  const file = path.join(folder, backup.file);
  return ok({
    good: true,
    json: { ...backup, file },
    lines: [words.backup.done(file, backup.rows, backup.bytes)],
  });
}

/** `verify --file BACKUP`: proves a backup where it lies; needs no till. Exit 1 where it does not hold. */
export function verifyFile({ words }: Desk, file: string): Outcome {
  const proof = proofOf(file);
  if (!proof.ok) return proof;
  const found = proof.value;
  return ok(
    found.ok
      ? {
          good: true,
          json: { verified: true, fault: null, ...found.value },
          lines: [words.verify.rows(found.value.rows), words.verify.good],
        }
      : {
          good: false,
          json: { verified: false, fault: found.refusal },
          lines: [words.backup.faults[found.refusal]],
        },
  );
}

function proofOf(file: string): Result<ReturnType<typeof verifyBackup>, Fault> {
  try {
    return ok(verifyBackup(file));
  } catch (error) {
    return fault('file-not-readable', { file, reason: messageOf(error) });
  }
}
