import type { DeskAct, DeskItem } from '../../../shared/contract/paying.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { RefundId } from '../../../shared/domain/payment/refund.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

export type DeskDoing = { readonly item: DeskItem; readonly act: DeskAct | 'note' };

/** What a dialog asked for before the act: a number or a note, and a sum to send back. */
export type Given = { readonly text: string; readonly amount: Minor };

/** Nothing is closed without a word of why; what only asks, or repeats, needs none. */
export const asksFirst = (act: DeskDoing['act']): boolean =>
  act !== 'query' && act !== 'accept' && act !== 'refund-again';

/** Does one thing about one payment, each by its own word; a refusal has been shown by then. */
export function useDeskActs() {
  const { t } = useWords();
  const queryNow = useCommand('paying.queryNow');
  const accept = useCommand('paying.accept');
  const refund = useCommand('paying.refund');
  const refundAgain = useCommand('paying.refundAgain');
  const foundPaid = useCommand('paying.foundPaid');
  const foundUnpaid = useCommand('paying.foundUnpaid');
  const verified = useCommand('paying.verified');
  const note = useCommand('paying.note');
  const { doing: told } = t.desk;

  return async ({ item, act }: DeskDoing, { text, amount }: Given): Promise<void> => {
    const said = (answer: { readonly ok: boolean }, title: string) => {
      if (answer.ok) toast({ tone: 'green', title });
    };
    if (act === 'verified') return said(await verified({ desk: item.id, note: text }), told.done);
    if (act === 'refund-again') {
      return said(await refundAgain({ refund: item.id as RefundId }), told.refund);
    }
    const attempt = item.attempt?.attempt;
    if (!attempt) return;
    switch (act) {
      case 'query':
        return said(await queryNow({ attempt }), told.query);
      case 'accept':
        return said(await accept({ attempt }), told.done);
      case 'refund':
        return said(await refund({ attempt, amount, reason: text }), told.refund);
      case 'found-paid':
        return said(await foundPaid({ attempt, providerNumber: text }), told.done);
      case 'found-unpaid':
        return said(await foundUnpaid({ attempt, note: text }), told.done);
      case 'note':
        return said(await note({ attempt, note: text }), told.done);
    }
  };
}
