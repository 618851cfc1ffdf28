import { useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { InputOf } from '../../../shared/contract/words.ts';
import type { ReportTable } from '../../../shared/domain/report.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { csvFile, saveFile } from '../../kit/save-file.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { csvOf, fileName, workbookOf } from './files.ts';
import { useRefused } from './use-refused.ts';

export type Asked = InputOf<'reports.print'>;
export type Exporting = {
  /** How far a report is collected; null while none is. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  saveCsv(): void;
  saveWorkbook(): void;
  print(): void;
};

/** Takes the report that is in sight out of the till: as a file, or on paper. */
export function useExport(asked: Asked): Exporting {
  const { t, format, currency } = useWords();
  const ask = useQuery('reports.table');
  const refused = useRefused();
  const print = useCommand('reports.print');
  const [progress, setProgress] = useState<Exporting['progress']>(null);
  const save = async (ending: 'csv' | 'xlsx') => {
    if (progress) return;
    setProgress({ done: 0, all: 1 });
    try {
      const table = await collect(ask, asked, setProgress);
      if (!table.ok) return refused(table.refusal);
      const timeText = (at: number) => `${format.date(at)} ${format.time(at)}`;
      const writing = { words: t.reports, currency, timeText };
      const name = fileName(table.value, t.reports, ending);
      saveFile(
        name,
        ending === 'csv' ? csvFile(csvOf(table.value, writing)) : await workbookOf(table.value, writing),
      );
      toast({ tone: 'green', title: t.reports.saved(name) });
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    saveCsv: () => void save('csv'),
    saveWorkbook: () => void save('xlsx'),
    print: () =>
      void print(asked).then(answer => {
        if (answer.ok) toast({ tone: 'green', title: t.reports.printed });
      }),
  };
}

/** All parts of a report as one table. */
async function collect(
  ask: ReturnType<typeof useQuery<'reports.table'>>,
  asked: Asked,
  tell: (progress: { done: number; all: number }) => void,
): Promise<Result<ReportTable, Refusal>> {
  const first = await ask(asked);
  if (!first.ok) return no(first.refusal);
  const rows = [...first.value.rows];
  const all = first.value.all ?? rows.length;
  for (let { next } = first.value; next !== null; ) {
    tell({ done: rows.length, all });
    const part = await ask({ ...asked, beforeSeq: next });
    if (!part.ok) return no(part.refusal);
    rows.push(...part.value.rows);
    next = part.value.next;
  }
  return ok({ ...first.value, rows, next: null });
}
