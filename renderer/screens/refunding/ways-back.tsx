import { Money } from '../../kit/money.tsx';
import { type Part, waysOf } from '../../kit/ways.ts';
import { useWords } from '../../kit/words.tsx';

/** Where the money goes, each way with its sum. */
export function WaysBack({ parts }: { parts: readonly Part[] }) {
  const { t } = useWords();
  return (
    <ul className="flex flex-col gap-1">
      {waysOf(parts, t).map(({ name, amount }) => (
        <li key={name} className="flex items-baseline justify-between gap-3 text-lead">
          <span className="min-w-0">{name}</span>
          <Money amount={amount} bare className="font-[650]" />
        </li>
      ))}
    </ul>
  );
}
