import type { Moment } from '../../shared/contract/selling.ts';
import type { Words } from '../kit/words.tsx';

export type Told = { readonly tone: 'red' | 'amber'; readonly what: string; readonly todo: string };

/** A moment in words. Null for what is shown in another way than as a banner. */
export function tell(what: Moment['what'], { t, format }: Words): Told | null {
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
        : { tone: 'red', what: says.unknown(what.tail), todo: says.unknownTodo };
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
