import { useCallback, useState } from 'react';
import type { RefundableSale } from '../../../shared/contract/refunding.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

/** The sale of a receipt: this till's own at once, another one's through the gateway, which may take a moment. */
export function useSaleSearch() {
  const { t, format } = useWords();
  const here = useQuery('refunding.sale');
  const elsewhere = useQuery('refunding.elsewhere');
  const [found, setFound] = useState<readonly RefundableSale[]>([]);
  const [fault, setFault] = useState<Sentence | null>(null);
  const [looking, setLooking] = useState(false);

  /** Whether there is one. Where there are several, two tills have printed the same number. */
  const look = useCallback(
    async (text: string): Promise<boolean> => {
      setFault(null);
      const own = await here({ text });
      const isOther = !own.ok && own.refusal.code === 'sale-of-other-till';
      setLooking(isOther);
      const answer = isOther ? await elsewhere({ text }) : own;
      setLooking(false);
      play(answer.ok ? 'ok' : 'error');
      if (!answer.ok) setFault(explain(answer.refusal, t, format));
      else setFound('sale' in answer.value ? [answer.value] : answer.value);
      return answer.ok;
    },
    [here, elsewhere, t, format],
  );
  return {
    found,
    fault,
    looking,
    look,
    choose: (one: RefundableSale) => setFound([one]),
    forget: () => setFound([]),
  };
}
