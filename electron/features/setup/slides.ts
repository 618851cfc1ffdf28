import { type PictureKind, pictureKind } from '../../../shared/domain/picture.ts';
import { slidesMax } from '../../../shared/domain/slides.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, refuse } from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';

export type SlidePorts = {
  /** Has the picture on disk before it answers with its name, which is the hash of its content. */
  readonly keepSlide: (picture: Uint8Array, kind: PictureKind) => Promise<string>;
};

type Commands = Feature<'setup'>['commands'];

/** Pictures for the customer's screen. Their order and their end are settings like any other; they come in here. */
export function slideCommands(
  reads: SetupReads,
  ports: SlidePorts,
): {
  readonly prepare: { addSlide(input: { readonly base64: string }): Promise<string | null> };
  readonly commands: Pick<Commands, 'addSlide'>;
} {
  return {
    prepare: {
      addSlide: async ({ base64 }) => {
        const picture = Buffer.from(base64, 'base64');
        const kind = pictureKind(picture);
        return kind ? await ports.keepSlide(picture, kind) : null;
      },
    },
    commands: {
      addSlide: (_input, tx, prepared) => {
        if (typeof prepared !== 'string') return refuse('not-a-picture', {});
        const before = reads.settings().slides;
        if (before.files.includes(prepared)) return ok({ file: prepared });
        if (before.files.length >= slidesMax) return refuse('slides-full', { most: slidesMax });
        const after = { ...before, files: [...before.files, prepared] };
        tx.record('setting-changed', { setting: 'slides', before, after });
        return ok({ file: prepared });
      },
    },
  };
}

/** A setting names only pictures that have come in: it moves them, or leaves them out. */
export const namesOnly = (files: readonly string[], known: readonly string[]): boolean =>
  files.every(file => known.includes(file)) && new Set(files).size === files.length;
