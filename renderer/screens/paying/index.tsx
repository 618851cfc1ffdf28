import { type ReactNode, useEffect } from 'react';
import { goTo } from '../../app/navigation.ts';
import { useLive } from '../../live/index.tsx';
import { CashStage } from './cash-stage.tsx';
import { ChangeStage } from './change-stage.tsx';

/**
 * Takes the money, then says what goes back, until the next customer's first goods. `receipt` stands beside the
 * change: the paper, or what is wrong with it.
 */
export function PayingScreen({ receipt }: { receipt: ReactNode }) {
  const cart = useLive('selling.cart');
  const finished = cart?.mode === 'change' ? cart.finished : null;
  const empty = cart !== undefined && !finished && cart.priced.lines.length === 0;
  useEffect(() => {
    if (finished || empty) goTo(null);
  }, [finished, empty]);
  if (!cart || empty) return <main className="flex-1" />;
  if (!finished) return <CashStage cart={cart} />;
  return <ChangeStage finished={finished} heldCarts={cart.heldCarts} receipt={receipt} />;
}
