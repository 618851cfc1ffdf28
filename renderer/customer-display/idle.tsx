import { useEffect, useState } from 'react';
import type { DisplayView } from '../../shared/contract/paying.ts';
import type { Slides } from '../../shared/domain/slides.ts';
import { useWords } from '../kit/words.tsx';
import { Sign } from './sign.tsx';

/** While nobody is served: the shop's pictures in turn or, without one that can be drawn, a calm welcome. */
export function Idle({ view }: { view: DisplayView }) {
  const { t } = useWords();
  const { now, before } = useTurns(view.slides);
  if (now === null) return <Sign title={view.shop} text={t.display.welcome} />;
  return (
    <div className="relative min-h-0 flex-1 bg-black">
      {before !== null && <Picture file={before} />}
      {/* A new element with each turn, so that each fades in over the one before it. */}
      <Picture key={now} file={now} className="slide-in bg-black" />
    </div>
  );
}

const addressOf = (file: string): string => `/slides/${file}`;

const Picture = ({ file, className = '' }: { file: string; className?: string }) => (
  <img src={addressOf(file)} alt="" className={`absolute inset-0 size-full object-contain ${className}`} />
);

type Turn = { readonly now: string | null; readonly before: string | null };

/** Which picture stands now; one whose file is gone or broken is passed over. */
function useTurns(slides: Slides): Turn {
  const [turn, setTurn] = useState<Turn>({ now: null, before: null });
  useEffect(() => {
    const { files, seconds } = slides;
    let over = false;
    let timer = 0;
    const show = async (from: number) => {
      const at = await firstDrawn(files, from);
      if (over) return;
      const file = files[at] ?? null;
      setTurn(({ now }) => (now === file ? { now, before: null } : { now: file, before: file && now }));
      if (files.length > 1) timer = window.setTimeout(() => void show(at + 1), seconds * 1000);
    };
    void show(0);
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [slides]);
  return turn;
}

/** The place of the first file from `from` on, and round to it again, that is in memory and can be drawn; else -1. */
async function firstDrawn(files: readonly string[], from: number): Promise<number> {
  for (let passed = 0; passed < files.length; passed += 1) {
    const at = (from + passed) % files.length;
    const image = new Image();
    image.src = addressOf(files[at]!);
    const drawn = await image.decode().then(
      () => true,
      () => false,
    );
    if (drawn) return at;
  }
  return -1;
}
