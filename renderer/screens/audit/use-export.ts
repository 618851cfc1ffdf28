import { useState } from 'react';
import { auditRowsMax } from '../../../shared/contract/audit.ts';
import { auditCsvHead, auditCsvRow } from '../../../shared/i18n/audit-csv.ts';
import { csvFile, saveFile } from '../../kit/save-file.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { showRefusal, useCommand, useQuery } from '../../live/index.tsx';
import type { Filter } from './use-rows.ts';

/** Saves every row that passes the filter as a CSV file, slice by slice. `done` counts rows; null while none is under way. */
export function useExport({ group, text }: Filter) {
  const words = useWords();
  const { t, currency } = words;
  const tell = useCommand('audit.exporting');
  const ask = useQuery('audit.rows');
  const [done, setDone] = useState<number | null>(null);

  const run = async () => {
    if (done !== null || !(await tell({ what: 'audit' })).ok) return;
    setDone(0);
    const parts = [auditCsvHead(t)];
    for (let before: number | undefined; ; ) {
      const answer = await ask({
        groups: group ? [group] : [],
        text,
        limit: auditRowsMax,
        ...(before !== undefined && { beforeSeq: before }),
      });
      if (!answer.ok) {
        showRefusal(answer.refusal, words);
        break;
      }
      const { rows, next } = answer.value;
      parts.push(...rows.map(row => auditCsvRow(row, t, currency)));
      setDone(parts.length - 1);
      if (next === null) {
        saveFile('evertill-audit.csv', csvFile(parts.join('')));
        toast({ tone: 'green', title: t.audit.exported(parts.length - 1) });
        break;
      }
      before = next;
    }
    setDone(null);
  };
  return { done, run: () => void run() };
}
