import { absentPolicies, duplicatePolicies } from '../../../shared/contract/catalog.ts';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import { StartsChoice } from './starts-choice.tsx';
import type { ImportActs, PreviewStage } from './use-import.ts';

/** What only a person can say of a list: from when its prices count; where it matters, which of several rows counts, and whether the list is all there is. */
export function Choices({ stage, acts }: { stage: PreviewStage; acts: ImportActs }) {
  const { t } = useWords();
  const { comparison, duplicates, absent } = stage;
  if (!comparison) return <StartsChoice starts={stage.starts} onChange={acts.setStarts} />;
  return (
    <>
      <StartsChoice starts={stage.starts} onChange={acts.setStarts} />
      {comparison.repeated > 0 && (
        <Select
          label={t.catalog.repeatedRows(comparison.repeated)}
          value={duplicates}
          options={duplicatePolicies.map(value => ({ value, label: t.catalog.duplicates[value] }))}
          onChange={value => acts.setDuplicates(value as typeof duplicates)}
        />
      )}
      {comparison.absent > 0 && (
        <Select
          label={t.catalog.absentGoods(comparison.absent)}
          value={absent}
          options={absentPolicies.map(value => ({ value, label: t.catalog.absent[value] }))}
          onChange={value => acts.setAbsent(value as typeof absent)}
        />
      )}
      {absent === 'remove' && (
        <p role="status" className="font-semibold text-red">
          <span aria-hidden>✕ </span>
          {t.catalog.willGo(comparison.absent, comparison.listed)}
        </p>
      )}
    </>
  );
}
