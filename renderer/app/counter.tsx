import { useEffect } from 'react';
import { useWanted } from '../input/wanted-piece.ts';
import { useAfterFirstPaint } from '../kit/after-first-paint.ts';
import { pieceOf } from '../kit/piece.ts';
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
  const there = useWanted(paying, pays);
  const stands = useAfterFirstPaint();
  useEffect(() => {
    if (stands) void paying.fetch();
  }, [stands]);
  if (!pays) return <SellingScreen />;
  return there ? <there.Paying /> : <main className="flex-1" />;
}
