import { useRef } from 'react';
import type { AttemptView, IntentView } from '../../../shared/contract/paying.ts';
import { cancelNotBeforeMs, patienceMs } from '../../../shared/domain/payment/timing.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import type { Messages } from '../../../shared/i18n/index.ts';
import { MomentBanner } from '../../app/moment-banner.tsx';
import { useKeys } from '../../input/keys.ts';
import { Columns } from '../../kit/columns.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Ring } from '../../kit/ring.tsx';
import { useNow } from '../../kit/use-now.ts';
import { useWords } from '../../kit/words.tsx';
import { ActButtons } from './act-buttons.tsx';
import { keysOf, legendOf, type PayAct } from './acts.ts';
import { Details } from './details.tsx';
import { Settled } from './settled.tsx';
import { Stage } from './stage.tsx';
import type { PayingStage } from './stage-of.ts';
import type { useActs } from './use-acts.ts';

export type Waiting = Exclude<PayingStage, 'collecting' | 'after-stop'>;

/** A prompt that has not shown by then will not show by itself. */
const hintAfterMs = 10_000;
/** Most payments are answered by then. */
const slowAfterMs = 3_000;

/** Money is on its way, or nobody knows: what the customer does, how long it has been, and what else the cashier can do meanwhile. */
export function WaitingStage(props: {
  stage: Waiting;
  priced: PricedCart;
  intent: IntentView;
  attempt: AttemptView;
  offline: boolean;
  acts: ReturnType<typeof useActs>;
}) {
  const { stage, priced, intent, attempt, acts } = props;
  const { t } = useWords();
  const words = t.paying.waiting;
  const now = useNow();
  const stoppingSince = useSince(stage === 'stopping');
  const impatient = stoppingSince !== null && now - stoppingSince >= cancelNotBeforeMs;
  const mayGoOn = stage === 'suspense' || (stage === 'stopping' && (impatient || props.offline));
  const hint = hintFor(stage, now - attempt.at, props.offline, mayGoOn);
  const buttons = actsFor(stage, mayGoOn, acts);
  const longer = stage === 'pending' || stage === 'unknown' ? [acts.waitLonger] : [];
  const all = [acts.help, ...buttons, ...longer, ...acts.swaps];
  useKeys({ keys: keysOf(all) });
  return (
    <>
      <Columns widths="stage">
        <Stage
          tone="amber"
          title={words[stage]}
          detail={<Detail stage={stage} attempt={attempt} now={now} />}
          label={words.thisPayment(attempt.wallet)}
          amount={attempt.amount}
          amountClassName="text-due"
          aside={<Settled intent={intent} priced={priced} />}
          foot={<ActButtons acts={buttons} />}
        >
          <div className="flex items-center gap-6">
            <Countdown attempt={attempt} now={now} />
            {hint && <Hint name={hint} />}
          </div>
          <MomentBanner />
        </Stage>
        <Details priced={priced} intent={intent} attempt={attempt} />
      </Columns>
      <Legend keys={legendOf(all)} />
    </>
  );
}

/** Parking is always the first: nobody has to stand and wait for a telephone. */
function actsFor(stage: Waiting, mayGoOn: boolean, acts: ReturnType<typeof useActs>): PayAct[] {
  if (mayGoOn) return [acts.park, acts.find, { ...acts.goOn, tone: 'amber' }];
  return stage === 'stopping' ? [acts.park, acts.find] : [acts.park, acts.find, acts.stop];
}

function Detail({ stage, attempt, now }: { stage: Waiting; attempt: AttemptView; now: number }) {
  const words = useWords().t.paying.waiting;
  if (stage === 'suspense') return <p>{words.suspenseDetail}</p>;
  const seconds = Math.max(0, Math.floor((now - attempt.at) / 1000));
  return (
    // The seconds are for eyes only; a screen reader hears the headline, once.
    <p aria-live="off">
      {words.sent(attempt.wallet, seconds)}
      {stage === 'stopping' ? words.stoppingDetail : words.auto}
      <b className="font-semibold whitespace-nowrap text-ink">{words.once}</b>
    </p>
  );
}

function Countdown({ attempt, now }: { attempt: AttemptView; now: number }) {
  const { t } = useWords();
  if (attempt.patienceEndsAt === null) return null;
  const leftMs = Math.max(0, attempt.patienceEndsAt - now);
  const seconds = Math.ceil(leftMs / 1000);
  return (
    <Ring
      left={Math.min(1, leftMs / patienceMs)}
      figure={String(seconds)}
      unit={t.paying.waiting.secondsUnit}
      label={t.paying.waiting.secondsLeft(seconds)}
    />
  );
}

type HintName = keyof Messages['paying']['waiting']['hints'];

/** What helps now; null while there is nothing to do but wait. */
function hintFor(stage: Waiting, waitedMs: number, offline: boolean, mayGoOn: boolean): HintName | null {
  if (stage === 'suspense') return 'suspense';
  if (stage === 'stopping') return mayGoOn ? 'stoppingLong' : 'stopping';
  if (offline) return 'offline';
  if (stage === 'unknown') return 'unknown';
  if (stage === 'submitting') return waitedMs >= slowAfterMs ? 'slow' : null;
  return waitedMs >= hintAfterMs ? 'noPrompt' : null;
}

function Hint({ name }: { name: HintName }) {
  const { what, todo } = useWords().t.paying.waiting.hints[name];
  return (
    <Notice tone="amber" title={what} className="flex-1">
      {todo}
    </Notice>
  );
}

/** Wall ms from when something has been so without a break, as this page has seen it; null while it is not. */
function useSince(is: boolean): number | null {
  const since = useRef<number | null>(null);
  if (!is) since.current = null;
  else since.current ??= Date.now();
  return since.current;
}
