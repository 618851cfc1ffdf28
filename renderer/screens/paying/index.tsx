import { type ReactNode, useState } from 'react';
import type { IntentView, PayingView } from '../../../shared/contract/paying.ts';
import type { CartView } from '../../../shared/contract/selling.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useLive } from '../../live/index.tsx';
import { AfterStopStage } from './after-stop-stage.tsx';
import { ChangeStage } from './change-stage.tsx';
import { CodeOrLabel } from './code-or-label.tsx';
import { CollectingStage } from './collecting-stage.tsx';
import { FindDialog } from './find-dialog.tsx';
import { stageOf } from './stage-of.ts';
import { useActs } from './use-acts.ts';
import { WaitingStage } from './waiting-stage.tsx';

/**
 * Takes the money for the frozen cart, whatever way that goes, then says what goes back, until the next
 * customer's first goods. `receipt` stands beside the change: the paper, or what is wrong with it.
 */
export function PayingScreen({ receipt }: { receipt: ReactNode }) {
  const cart = useLive('selling.cart');
  const paying = useLive('paying.state');
  if (!cart || !paying) return <Awaited />;
  const { finished } = cart;
  if (cart.mode === 'change' && finished) {
    return (
      <ChangeStage finished={finished} heldCarts={cart.heldCarts} parked={paying.parked} receipt={receipt} />
    );
  }
  const { intent } = paying;
  // Two watches tell of one change, one after the other; between them they may speak of different carts.
  if (!intent || intent.cart !== cart.id) return <Awaited />;
  return <Frozen key={intent.intent} cart={cart} paying={paying} intent={intent} />;
}

function Frozen({ cart, paying, intent }: { cart: CartView; paying: PayingView; intent: IntentView }) {
  const [finding, setFinding] = useState(false);
  const { attempt } = intent;
  const { codes, parked } = paying;
  const { priced } = cart;
  const label = priced.lines[0]?.name ?? '';
  const acts = useActs(intent, attempt, { label, parked, find: () => setFinding(true) });
  const stage = stageOf(attempt);
  const parts = { priced, intent, acts };
  return (
    <>
      {stage === 'collecting' || !attempt ? (
        <CollectingStage {...parts} codes={codes} />
      ) : stage === 'after-stop' ? (
        <AfterStopStage {...parts} attempt={attempt} />
      ) : (
        <WaitingStage
          {...parts}
          stage={stage}
          attempt={attempt}
          offline={!codes.can && codes.why === 'offline'}
        />
      )}
      <CodeOrLabel />
      {finding && <FindDialog onClose={() => setFinding(false)} />}
    </>
  );
}
