import { useEffect } from 'react';
import { create } from 'zustand';
import type { GoodsTile, Moment, PaymentResult, ScanOutcome } from '../../shared/contract/selling.ts';
import { useAfterFirstPaint } from '../kit/after-first-paint.ts';
import { clearNews, toast } from '../kit/toast.tsx';
import { useWords, type Words } from '../kit/words.tsx';
import { showRefusal, useLive } from '../live/index.tsx';
import { openSound, play } from './earcons.ts';
import { tell } from './moment-words.ts';
import { goTo } from './navigation.ts';
import { sayPaid } from './voice.ts';

type State = {
  /** The last moment this page has dealt with. */
  readonly seen: number | null;
  readonly banner: Moment | null;
  /** Goods that share a scanned code, until one is chosen. */
  readonly choice: readonly GoodsTile[] | null;
  /** What a scan has asked, until it is answered or something else is scanned. */
  readonly question: Question | null;
};

export type Question = Extract<ScanOutcome, { outcome: 'choose' | 'label-again' | 'code-or-label' }>;

const useMoments = create<State>(() => ({ seen: null, banner: null, choice: null, question: null }));
/** Nothing is said and nothing is asked. */
const quiet = { banner: null, choice: null, question: null } as const;

export const useBanner = (): Moment | null => useMoments(state => state.banner);
export const useChoice = (): readonly GoodsTile[] | null => useMoments(state => state.choice);
/** Whether the banner tells of a code that is on no price list: goods that are rung up now carry it. */
export const unknownInSight = (): boolean => useMoments.getState().banner?.what.outcome === 'unknown-code';
/** The unknown code that the banner tells of, where goods can be created under it. */
export const creatableInSight = (): string | null => {
  const what = useMoments.getState().banner?.what;
  return what?.outcome === 'unknown-code' ? (what.code ?? null) : null;
};
export const forgetMoments = (): void => useMoments.setState({ seen: null, ...quiet });
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
    for (const moment of moments) if (isNews(moment, seen, last)) show(moment, words, trading);
    useMoments.setState({ seen: last });
  }, [moments, words, trading]);
  return null;
}

/**
 * Whether the page has yet to say it: it is later than the one `seen`, the last of the list before. Of a first list,
 * which comes with the page or with the first answer, what happened before the page was opened is past. Nothing else
 * is asked of clocks: the page's goes on from when its process began, whatever the machine's is set to since.
 */
function isNews(moment: Moment, seen: number | null, last: number): boolean {
  if (seen === null) return moment.at >= performance.timeOrigin;
  // A core that starts again counts from one again.
  return moment.seq > (last < seen ? 0 : seen);
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
  const { paying, payments } = words.t;
  toast({
    tone: paid ? 'green' : 'amber',
    title: paying.results.title(wallet, words.format.amount(amount), payments.states[result]),
    detail: paying.results[result],
  });
}
