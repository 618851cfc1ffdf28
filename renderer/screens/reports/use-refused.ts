import type { Refusal } from '../../../shared/contract/refusals.ts';
import { explain } from '../../../shared/i18n/index.ts';
import { useSteady } from '../../kit/steady.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';

/** Shows why a question was not answered. */
export function useRefused(): (refusal: Refusal) => void {
  const { t, format } = useWords();
  return useSteady((refusal: Refusal) => {
    const { what, todo } = explain(refusal, t, format);
    toast({ tone: refusal.code === 'internal' ? 'red' : 'amber', title: what, detail: todo });
  });
}
