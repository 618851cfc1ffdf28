import { useEffect } from 'react';
import { create } from 'zustand';
import type { GoodsTile, Moment } from '../../shared/contract/selling.ts';
import type { Messages } from '../../shared/i18n/index.ts';
import { useKeys } from '../input/keys.ts';
import { keepFocus } from '../kit/button.tsx';
import { clearNews, toast } from '../kit/toast.tsx';
import { useWords, type Words } from '../kit/words.tsx';
import { showRefusal, useLive } from '../live/index.tsx';
import { openSound, play } from './earcons.ts';

type State = {
  /** The last moment this page has dealt with. */
  readonly seen: number;
  readonly banner: Moment | null;
  /** Goods that share a scanned code, until one is chosen. */
  readonly choice: readonly GoodsTile[] | null;
};

const useMoments = create<State>(() => ({ seen: 0, banner: null, choice: null }));

export const useChoice = (): readonly GoodsTile[] | null => useMoments(state => state.choice);
export const closeChoice = (): void => useMoments.setState({ choice: null });
export const dismissBanner = (): void => useMoments.setState({ banner: null });

/**
 * Hears of each moment once, in order, on every screen: makes its sound, and hands it to the banner or the list
 * to choose from. Away from the counter (`trading` false), where neither is in sight, it says it as a toast.
 */
export function Moments({ trading }: { trading: boolean }) {
  const moments = useLive('selling.moments');
  const words = useWords();
  useEffect(() => {
    const idle = requestIdleCallback(openSound);
    return () => cancelIdleCallback(idle);
  }, []);
  useEffect(() => {
    if (!moments) return;
    const last = moments.at(-1)?.seq ?? 0;
    const { seen } = useMoments.getState();
    // A core that starts again counts from one again. What happened before this page was opened is past; page
    // and core read the same machine's clock, and a first scan may be heard of with the very first answer.
    const after = last < seen ? 0 : seen;
    for (const moment of moments) {
      if (moment.seq > after && moment.at >= performance.timeOrigin) show(moment, words, trading);
    }
    useMoments.setState({ seen: last });
  }, [moments, words, trading]);
  return null;
}

/** Where screens of the counter say what was wrong with a scan; it stays until the next scan or Escape. */
export function MomentBanner() {
  const banner = useMoments(state => state.banner);
  return banner && <Banner key={banner.seq} scan={banner.scan} />;
}

function show(moment: Moment, words: Words, trading: boolean): void {
  const { scan } = moment;
  const told = tell(scan, words.t);
  if (scan.outcome === 'refused') {
    // In the very words and place in which a page hears of its own refused scan.
    play('error');
    showRefusal(scan.refusal, words);
  } else if (scan.outcome === 'added') {
    play('ok');
    clearNews();
    useMoments.setState({ banner: null, choice: null });
    if (!trading) toast({ tone: 'green', title: words.t.selling.moments.added(scan.name) });
  } else if (scan.outcome === 'choose') {
    play('unknown');
    useMoments.setState({ banner: null, choice: scan.items });
  } else {
    play('unknown');
    // A banner kept for later would speak of a scan that is long past.
    useMoments.setState({ banner: trading ? moment : null, choice: null });
    if (!trading && told) toast({ tone: told.tone, title: told.what, detail: told.todo });
  }
}

type Told = { readonly tone: 'red' | 'amber'; readonly what: string; readonly todo: string };

/** Null for what is shown in another way than as a banner. */
function tell(scan: Moment['scan'], { selling }: Messages): Told | null {
  const says = selling.moments;
  switch (scan.outcome) {
    case 'added':
    case 'choose':
    case 'refused':
      return null;
    case 'unknown-code':
      return scan.checkDigitWrong
        ? { tone: 'red', what: says.checkDigit(scan.tail), todo: says.checkDigitTodo }
        : { tone: 'red', what: says.unknown(scan.tail), todo: says.unknownTodo };
    case 'payment-code':
      return { tone: 'amber', what: says.payment(scan.wallet), todo: says.paymentTodo };
    case 'link':
      return { tone: 'amber', what: says.link, todo: says.linkTodo };
    case 'too-short':
      return { tone: 'red', what: says.short, todo: says.shortTodo };
    case 'till-closed':
      return { tone: 'red', what: says.closed, todo: says.closedTodo };
  }
}

function Banner({ scan }: Pick<Moment, 'scan'>) {
  const { t } = useWords();
  useKeys({ keys: { Escape: dismissBanner } });
  const told = tell(scan, t);
  if (!told) return null;
  const look =
    told.tone === 'red' ? 'border-red bg-red text-red-ink' : 'border-amber-bar bg-amber-soft text-amber';
  return (
    <div
      role="alert"
      className={`flex shrink-0 items-center gap-4 rounded-till border-2 px-5 py-4 max-[1200px]:gap-3 max-[1200px]:px-4 max-[1200px]:py-2.5 ${look}`}
    >
      <span aria-hidden className="text-title font-bold">
        {told.tone === 'red' ? '✕' : '△'}
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-title font-semibold max-[1200px]:text-[26px]">{told.what}</p>
        <p className={`max-[1200px]:text-[17px] ${told.tone === 'red' ? '' : 'text-ink'}`}>{told.todo}</p>
      </div>
      <button
        type="button"
        onClick={dismissBanner}
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        className="min-h-12 shrink-0 rounded-till border-2 border-current px-4 font-medium"
      >
        Esc {t.selling.moments.dismiss}
      </button>
    </div>
  );
}
