import { refusal } from '../../../shared/contract/refusals.ts';
import { parseTaxNumber } from '../../../shared/domain/invoice/tax-number.ts';
import { explain } from '../../../shared/i18n/index.ts';
import { useWords } from '../../kit/words.tsx';

/** What is wrong with a tax number, in the words of the refusal it would meet; or what to know about it. */
export function useTaxNumberWords(): (typed: string) => {
  readonly fault: string | null;
  readonly hint: string;
} {
  const { t, format } = useWords();
  return typed => {
    const read = parseTaxNumber(typed);
    if (!read.ok) {
      const { what, todo } = explain(refusal('tax-number-wrong', { fault: read.refusal }), t, format);
      return { fault: `${what} · ${todo}`, hint: t.invoicing.taxNumberHint };
    }
    const old = read.value.form === 'old';
    return { fault: null, hint: old ? `△ ${t.invoicing.taxNumberOld}` : `✓ ${t.invoicing.taxNumberHint}` };
  };
}
