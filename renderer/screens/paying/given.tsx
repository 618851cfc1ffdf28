import { type Minor, minor } from '../../../shared/domain/money.ts';
import { Money } from '../../kit/money.tsx';
import { useWords } from '../../kit/words.tsx';
import { Sum, Sums } from './sums.tsx';

/** Cash handed over and what it leaves: two figures that change with every key, each always in its place. */
export function Given(props: { given: Minor | null; change: Minor | null; typed: string }) {
  const { t } = useWords();
  const { given, change, typed } = props;
  const isTyped = typed !== '';
  const missing = change !== null && change < 0;
  return (
    <Sums>
      <Sum label={isTyped ? t.paying.given : t.paying.exact} tone={isTyped ? 'ink' : 'muted'}>
        {!isTyped ? given !== null && <Money amount={given} bare /> : typed}
      </Sum>
      <Sum label={missing ? t.paying.missing : t.paying.change} tone={missing ? 'amber' : 'ink'}>
        {change === null ? '—' : <Money amount={missing ? minor(-change) : change} bare />}
      </Sum>
    </Sums>
  );
}
