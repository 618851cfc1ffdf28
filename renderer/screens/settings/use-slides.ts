import { useState } from 'react';
import { type Slides, slidesMax } from '../../../shared/domain/slides.ts';
import { toBase64 } from '../../kit/base64.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { type PictureFault, shrinkPicture } from './shrink-picture.ts';
import { useSaved } from './use-saved.ts';

/** A chosen file that did not come in, and why. */
export type TurnedDown = { readonly name: string; readonly why: PictureFault | 'no-room' };

/** Pictures for the customer's screen: taking files in one after the other, moving them, leaving them out. */
export function useSlides(slides: Slides) {
  const { t } = useWords();
  const add = useCommand('setup.addSlide');
  const { save, busy } = useSaved();
  const [adding, setAdding] = useState(0);
  const [turnedDown, setTurnedDown] = useState<readonly TurnedDown[]>([]);
  const arrange = (change: Partial<Slides>) =>
    void save([{ setting: 'slides', value: { ...slides, ...change } }]);

  const takeIn = async (files: readonly File[]) => {
    setTurnedDown([]);
    const room = slidesMax - slides.files.length;
    const down: TurnedDown[] = files.slice(room).map(({ name }) => ({ name, why: 'no-room' }));
    let taken = 0;
    for (const [at, file] of files.slice(0, room).entries()) {
      setAdding(Math.min(files.length, room) - at);
      const picture = await shrinkPicture(file);
      if (!picture.ok) down.push({ name: file.name, why: picture.refusal });
      else if ((await add({ base64: toBase64(picture.value) })).ok) taken += 1;
    }
    setAdding(0);
    setTurnedDown(down);
    if (taken > 0) toast({ tone: 'green', title: t.display.settings.added(taken) });
  };
  return {
    /** How many are still on their way in. */
    adding,
    turnedDown,
    busy: busy || adding > 0,
    takeIn,
    pace: (seconds: number) => arrange({ seconds }),
    up: (at: number) =>
      arrange({ files: slides.files.with(at - 1, slides.files[at]!).with(at, slides.files[at - 1]!) }),
    remove: (at: number) => arrange({ files: slides.files.toSpliced(at, 1) }),
  };
}
