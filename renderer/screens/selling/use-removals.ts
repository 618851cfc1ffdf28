import { useState } from 'react';
import type { CartView } from '../../../shared/contract/selling.ts';
import type { AnswerOf, CommandName } from '../../../shared/contract/words.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import type { RemovalReason } from '../../../shared/domain/removal.ts';
import { play } from '../../app/earcons.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

type Asked = { readonly name: string; readonly settle: (reason: RemovalReason | null) => void };
type Say = (reason?: RemovalReason) => Promise<AnswerOf<CommandName>>;

/** Fewer of the line in hand, or none: said once more with the reason where the till asks for one. */
export function useRemovals(cart: CartView, line: PricedLine | null) {
  const { t } = useWords();
  const setQuantity = useCommand('selling.setQuantity');
  const adjust = useCommand('selling.adjust');
  const removeLine = useCommand('selling.removeLine');
  const [asked, setAsked] = useState<Asked | null>(null);

  const take = async ({ name }: PricedLine, say: Say): Promise<boolean> => {
    const first = await say();
    if (first.ok || first.refusal.code !== 'reason-needed') return first.ok;
    const reason = await new Promise<RemovalReason | null>(settle => setAsked({ name, settle }));
    setAsked(null);
    return reason !== null && (await say(reason)).ok;
  };

  return {
    /** The goods whose reason is asked for; `settle` with null leaves them where they are. */
    asked,
    setQuantity: async (text: string): Promise<boolean> => {
      const count = parseQuantity(text);
      if (!line || !count.ok) return false;
      const input = { cart: cart.id, line: line.id, quantity: count.value };
      return take(line, reason => setQuantity({ ...input, reason }));
    },
    adjust: (by: number) => {
      if (!line) return;
      const input = { cart: cart.id, line: line.id, by };
      void take(line, reason => adjust({ ...input, reason })).then(done => play(done ? 'ok' : 'error'));
    },
    removeLine: () => {
      if (line) void take(line, reason => removeLine({ cart: cart.id, line: line.id, reason }));
      else toast({ tone: 'plain', title: t.selling.nothingToRemove });
    },
  };
}
