import type { PayingView } from '../../shared/contract/paying.ts';
import type { CartView } from '../../shared/contract/selling.ts';
import { useCommand, useLivePart } from '../live/index.tsx';

/** How far a practised sale is, as far as somebody who has never made one needs to be told. */
export type PracticeStage = 'scan' | 'freeze' | 'pay' | 'paid';

type CartPart = Pick<CartView, 'finished'> & { readonly priced: Pick<CartView['priced'], 'pieces'> };
type PayingPart = {
  readonly codes: { readonly can: boolean };
  readonly intent: { readonly attempt: unknown } | null;
};

export const goodsStage = ({ finished, priced }: CartPart): PracticeStage =>
  priced.pieces > 0 ? 'freeze' : finished ? 'paid' : 'scan';

/** `pay` once the amount is said and a code could be taken; null while there is no amount, or a payment is under way. */
export const payingStage = ({ codes, intent }: PayingPart): 'pay' | 'under-way' | null =>
  intent === null ? null : codes.can && intent.attempt === null ? 'pay' : 'under-way';

/** A wallet's code that pays at once at the practice provider: another one each time, as a phone shows it. */
export const practiceCode = (bits: number): string => `13${String(bits).padStart(12, '0').slice(-12)}0000`;

/** What comes next at the practice till, and what stands in for the customer's phone. */
export function usePracticeGuide(): { readonly stage: PracticeStage | null; readonly pay: () => void } {
  const goods = useLivePart('selling.cart', goodsStage) ?? null;
  const paying = useLivePart('paying.state', (view: PayingView) => payingStage(view)) ?? null;
  const scan = useCommand('selling.scan');
  const pay = () => {
    const bits = crypto.getRandomValues(new Uint32Array(1))[0]!;
    void scan({ text: practiceCode(bits), from: 'keyboard' });
  };
  return { stage: paying === null ? goods : paying === 'pay' ? 'pay' : null, pay };
}
