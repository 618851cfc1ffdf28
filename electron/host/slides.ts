import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { PictureKind } from '../../shared/domain/picture.ts';
import { slideName } from '../../shared/domain/slides.ts';

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/**
 * Writes the picture into `folder` under the hash of its content and gives its name: whole and on the disk, or not
 * there at all. Rejects where the disk does not take it.
 */
export async function keepSlide(folder: string, picture: Uint8Array, kind: PictureKind): Promise<string> {
  const name = `${createHash('sha256').update(picture).digest('hex')}.${kind}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `${name}.draft`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(picture);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path.join(folder, name));
  return name;
}

/** At a start: removes what no setting names any more, and what a crash has left half written. */
export function sweepSlides(folder: string, named: readonly string[]): void {
  for (const name of filesIn(folder)) if (!named.includes(name)) rmSync(path.join(folder, name));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // Nobody has chosen a picture yet.
  }
}

/** The picture under `/slides/NAME`; undefined for any other path, and where the file is not there. */
export function findSlide(
  folder: string,
  pathname: string,
): { readonly bytes: Buffer; readonly type: string } | undefined {
  const name = pathname.startsWith('/slides/') ? pathname.slice('/slides/'.length) : '';
  // Nothing but a name of our own making ever reaches the file system.
  if (!slideName.test(name)) return undefined;
  try {
    return { bytes: readFileSync(path.join(folder, name)), type: types[path.extname(name)]! };
  } catch {
    return undefined;
  }
}
