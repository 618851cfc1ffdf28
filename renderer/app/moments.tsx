import { type ReactNode, useEffect } from 'react';
import { create } from 'zustand';
import type { GoodsTile, Moment, PaymentResult, ScanOutcome } from '../../shared/contract/selling.ts';
import { useKeys } from '../input/keys.ts';
import { useAfterFirstPaint } from '../kit/after-first-paint.ts';
import { keepFocus } from '../kit/button.tsx';
import { clearNews, toast } from '../kit/toast.tsx';
import { useWords, type Words } from '../kit/words.tsx';
import { showRefusal, useLive } from '../live/index.tsx';
import { openSound, play } from './earcons.ts';
import { goTo } from './navigation.ts';
import { sayPaid } from './voice.ts';

type State = {
  /** The last moment this page has dealt with. */
  readonly seen: number;
  readonly banner: Moment | null;
  /** Goods that share a scanned code, until one is chosen. */
  readonly choice: readonly GoodsTile[] | null;
  /** What a scan has asked, until it is answered or something else is scanned. */
  readonly question: Question | null;
};

export type Question = Extract<ScanOutcome, { outcome: 'choose' | 'label-again' | 'code-or-label' }>;

const useMoments = create<State>(() => ({ seen: 0, banner: null, choice: null, question: null }));
/** Nothing is said and nothing is asked. */
const quiet = { banner: null, choice: null, question: null } as const;

export const useChoice = (): readonly GoodsTile[] | null => useMoments(state => state.choice);
/** Whether the banner tells of a code that is on no price list: goods that are rung up now carry it. */
export const unknownInSight = (): boolean => useMoments.getState().banner?.what.outcome === 'unknown-code';
/** The unknown code that the banner tells of, where goods can be created under it. */
export const creatableInSight = (): string | null => {
  const what = useMoments.getState().banner?.what;
  return what?.outcome === 'unknown-code' ? (what.code ?? null) : null;
};
export const forgetMoments = (): void => useMoments.setState({ seen: 0, ...quiet });
export const closeChoice = (): void => useMoments.setState({ choice: null, question: null });
export const useQuestion = (): Question | null => useMoments(state => state.question);
export const dismissBanner = (): void => useMoments.setState({ banner: null });

/**
 * Hears of each moment once, in order, on every screen: makes its sound, and hands it to the banner or the list
 * to choose from. Away from the counter (`trading` false), where neither is in sight, it says it as a toast.
 */
export function Moments({ trading }: { trading: boolean }) {
  const moments = useLive('selling.moments');
  const words = useWords();
  const stands = useAfterFirstPaint();
  useEffect(() => {
    // The browser may be idle before the first frame, which would then wait for it.
    if (!stands) return;
    const idle = requestIdleCallback(openSound);
    return () => cancelIdleCallback(idle);
  }, [stands]);
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

/**
 * Where screens of the counter say what was wrong with a scan; it stays until the next scan or Escape. `onCreate`
 * puts goods on the price list under a code that is unknown.
 */
export function MomentBanner({ onCreate }: { onCreate?: () => void }) {
  const banner = useMoments(state => state.banner);
  return banner && <Banner key={banner.seq} what={banner.what} onCreate={onCreate} />;
}

function show(moment: Moment, words: Words, trading: boolean): void {
  const { what } = moment;
  const told = tell(what, words);
  if (what.outcome === 'refused') {
    // In the very words and place in which a page hears of its own refused scan.
    play('error');
    showRefusal(what.refusal, words);
  } else if (what.outcome === 'signed-in') {
    play('ok');
    dismissBanner();
    toast({ tone: 'green', title: words.t.session.hello(what.name) });
  } else if (what.outcome === 'added' || what.outcome === 'code-taken') {
    const odd = what.outcome === 'added' && what.labelPrice !== undefined;
    play(odd ? 'unknown' : 'ok');
    clearNews();
    useMoments.setState({ ...quiet, banner: odd && trading ? moment : null });
    if (!trading && odd && told) toast({ tone: told.tone, title: told.what, detail: told.todo });
    else if (!trading && what.outcome === 'added')
      toast({ tone: 'green', title: words.t.selling.moments.added(what.name) });
  } else if (trading && (what.outcome === 'label-again' || what.outcome === 'code-or-label')) {
    play(what.outcome === 'label-again' ? 'again' : 'unknown');
    useMoments.setState({ ...quiet, question: what });
  } else if (what.outcome === 'choose') {
    play('unknown');
    // What was said before would lie over the question.
    clearNews();
    useMoments.setState({ ...quiet, choice: what.items, question: what });
  } else if (what.outcome === 'recalled') {
    play('ok');
    useMoments.setState(quiet);
    toast({ tone: 'green', title: words.t.selling.moments.recalled(what.label) });
  } else if (what.outcome === 'receipt') {
    play('ok');
    useMoments.setState(quiet);
    goTo('refunding', { receipt: what.receipt });
  } else if (what.outcome === 'payment-result') {
    announce(what, words, trading);
  } else if (what.outcome === 'payment-code' && trading) {
    // The offer beside the goods says it, with the sum; see `Offer`.
    play('ok');
    useMoments.setState(quiet);
  } else {
    play('unknown');
    // A banner kept for later would speak of a scan that is long past.
    useMoments.setState({ ...quiet, banner: trading ? moment : null });
    if (!trading && told) toast({ tone: told.tone, title: told.what, detail: told.todo });
  }
}

/** A payment that is not in sight is told as a toast; one that is has the screen itself. */
function announce(what: PaymentResult, words: Words, trading: boolean): void {
  const { result, wallet, amount, parked } = what;
  const paid = result === 'paid';
  play(paid ? 'done' : 'unknown');
  if (paid) sayPaid(amount, words);
  // What a banner said of a code read meanwhile is old now.
  if (!parked) useMoments.setState(quiet);
  if (trading && !parked && result !== 'late-paid') return;
  const { paying } = words.t;
  toast({
    tone: paid ? 'green' : 'amber',
    title: paying.results.title(wallet, words.format.amount(amount), paying.states[result]),
    detail: paying.results[result],
  });
}

type Told = { readonly tone: 'red' | 'amber'; readonly what: string; readonly todo: string };

/** Null for what is shown in another way than as a banner. */
function tell(what: Moment['what'], { t, format }: Words): Told | null {
  const says = t.selling.moments;
  switch (what.outcome) {
    case 'added': {
      if (!what.labelPrice) return null;
      const { printed, now } = what.labelPrice;
      const title = says.labelPrice(what.name, format.figures(printed), format.figures(now));
      return { tone: 'amber', what: title, todo: says.labelPriceTodo };
    }
    case 'label-again':
      return { tone: 'amber', what: says.labelAgain(what.name), todo: says.labelAgainTodo };
    case 'code-or-label':
      return { tone: 'amber', what: says.codeOrLabel, todo: says.codeOrLabelTodo };
    case 'choose':
    case 'refused':
    case 'payment-result':
    case 'signed-in':
    case 'receipt':
    case 'recalled':
      return null;
    case 'slip-spent':
      return { tone: 'amber', what: says.slipSpent, todo: says.slipSpentTodo };
    case 'unknown-code':
      if (what.plu !== undefined)
        return { tone: 'red', what: says.labelUnknown(what.plu), todo: says.labelUnknownTodo };
      return what.checkDigitWrong
        ? { tone: 'red', what: says.checkDigit(what.tail), todo: says.checkDigitTodo }
        : {
            tone: 'red',
            what: says.unknown(what.tail),
            todo: what.code === undefined ? says.unknownTodo : says.creatableTodo,
          };
    case 'payment-code':
      return { tone: 'amber', what: says.payment(what.wallet), todo: says.paymentTodo };
    case 'code-taken':
      return null;
    case 'code-refused':
      return {
        tone: 'amber',
        what: says.codeRefused(what.wallet, what.why),
        todo: says.codeRefusedTodo(what.why),
      };
    case 'bank-card':
      return { tone: 'red', what: says.card, todo: says.cardTodo };
    case 'not-a-code':
      return { tone: 'amber', what: says.notACode, todo: says.notACodeTodo };
    case 'link':
      return { tone: 'amber', what: says.link, todo: says.linkTodo };
    case 'too-short':
      return { tone: 'red', what: says.short, todo: says.shortTodo };
    case 'till-closed':
      return { tone: 'red', what: says.closed, todo: says.closedTodo };
  }
}

function Banner({ what, onCreate }: Pick<Moment, 'what'> & { onCreate: (() => void) | undefined }) {
  const words = useWords();
  const { t, cap } = words;
  useKeys({ keys: { back: dismissBanner } });
  const told = tell(what, words);
  if (!told) return null;
  const create = what.outcome === 'unknown-code' && what.code !== undefined ? onCreate : undefined;
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
      <div className="flex shrink-0 flex-col gap-2">
        {create && (
          <BannerKey onPress={create}>
            {cap('create-goods')} {t.selling.create.short}
          </BannerKey>
        )}
        <BannerKey onPress={dismissBanner}>Esc {t.selling.moments.dismiss}</BannerKey>
      </div>
    </div>
  );
}

function BannerKey({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="min-h-12 rounded-till border-2 border-current px-4 font-medium"
    >
      {children}
    </button>
  );
}
