import { useEffect, useLayoutEffect } from 'react';
import { holdKeys } from '../input/keys.ts';
import { useAfterFirstPaint } from '../kit/after-first-paint.ts';
import { pieceOf } from '../kit/piece.ts';
import { PieceMissing } from '../kit/piece-missing.ts';
import { useLivePart } from '../live/index.tsx';
import { SellingScreen } from '../screens/selling/index.tsx';

/** Nobody pays before something has been scanned. */
const paying = pieceOf('paying', () => import('./paying-piece.tsx'));

/**
 * The counter: selling, paying, and the change screen. Which of them is the core's to say, so that a page
 * that was opened anew stands where the last one stood.
 */
export function Counter() {
  const mode = useLivePart('selling.cart', cart => cart.mode);
  const pays = mode === 'paying' || mode === 'change';
  const { there, failed } = paying.use();
  const stands = useAfterFirstPaint();
  useEffect(() => {
    if (stands || pays) void paying.fetch();
  }, [stands, pays]);
  const isFetching = pays && !there;
  useLayoutEffect(() => (isFetching ? holdKeys() : undefined), [isFetching]);
  if (!pays) return <SellingScreen />;
  if (failed) throw new PieceMissing('paying');
  return there ? <there.Paying /> : <main className="flex-1" />;
}
