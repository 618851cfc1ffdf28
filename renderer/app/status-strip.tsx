import { useEffect } from 'react';
import { useAfterFirstPaint } from '../kit/after-first-paint.ts';
import { pieceOf } from '../kit/piece.ts';
import { PieceMissing } from '../kit/piece-missing.ts';
import type { ScreenName } from './screens.ts';
import { StripBar } from './strip-bar.tsx';

export type StripProps = { readonly route: ScreenName | null };

/** No scan needs it, and it says much. */
const strip = pieceOf('strip', () => import('./strip.tsx'));

/** The strip above every screen: its place from the first frame on, what it says a blink later. */
export function StatusStrip(props: StripProps) {
  const stands = useAfterFirstPaint();
  useEffect(() => {
    if (stands) void strip.fetch();
  }, [stands]);
  const { there } = strip.use();
  return there ? <there.Strip {...props} /> : <StripBar />;
}

/** Throws where the strip could not be fetched, so that whoever draws around says so. */
export function useStripThere(): void {
  if (strip.use().failed) throw new PieceMissing('strip');
}
