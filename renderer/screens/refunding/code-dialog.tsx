import { useEntry } from '../../input/entry.ts';
import { PadDialog } from '../../input/pad-dialog.tsx';
import { useWords } from '../../kit/words.tsx';

/** The code of goods whose label no scanner reads, or that have none but a number; taken as if it were scanned. */
export function CodeDialog({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const entry = useEntry({ accepts: /^\d*$/, lengthMax: 18 });
  const take = (text: string) => {
    if (text !== '') onCode(text);
    onClose();
  };
  return (
    <PadDialog
      plain
      title={t.refunding.without.type}
      entry={entry}
      onEnter={() => take(entry.read())}
      onScan={take}
      onClose={onClose}
    />
  );
}
