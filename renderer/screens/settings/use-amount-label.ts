import { minor } from '../../../shared/domain/money.ts';
import { useWords } from '../../kit/words.tsx';

/** Puts the sign of the till's currency behind the label of a field for an amount, in which only figures are typed. */
export function useAmountLabel(): (label: string) => string {
  const { t, format } = useWords();
  const { sign } = format.amountParts(minor(0));
  return label => t.setup.settings.amountIn(label, sign.trim());
}
