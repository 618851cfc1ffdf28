import { Choice } from '../../kit/choice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useSaved } from './use-saved.ts';

/** Whether cashiers put goods on the price list by themselves, or a manager allows it each time. */
export function CashierCreates({ setup, may }: Pick<SectionProps, 'setup' | 'may'>) {
  const { t } = useWords();
  const { save } = useSaved();
  const words = t.people.creating;
  return (
    <Choice
      label={words.label}
      value={setup.cashierCreates ? 'alone' : 'asks'}
      options={(['asks', 'alone'] as const).map(value => ({ value, label: words[value] }))}
      onChange={value => may && void save([{ setting: 'cashier-creates', value: value === 'alone' }])}
    />
  );
}
