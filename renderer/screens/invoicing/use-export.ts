import { useState } from 'react';
import {
  type HandOverProblem,
  handOver,
  type InvoiceToIssue,
} from '../../../shared/domain/invoice/hand-over.ts';
import { unitName } from '../../../shared/i18n/format.ts';
import { csvFile, saveFile } from '../../kit/save-file.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { showRefusal, useQuery } from '../../live/index.tsx';

const requestsPerPage = 200;

/** Hands all requests to the browser as one CSV for the invoicing service; `problems` is what stayed behind. */
export function useExport(): {
  readonly send: () => Promise<void>;
  readonly problems: readonly HandOverProblem[];
  readonly dismiss: () => void;
} {
  const words = useWords();
  const { invoicing } = words.t;
  const ask = useQuery('invoicing.toIssue');
  const [problems, setProblems] = useState<readonly HandOverProblem[]>([]);
  const send = async () => {
    const requests: InvoiceToIssue[] = [];
    for (;;) {
      const page = await ask({ afterNumber: requests.at(-1)?.sale ?? 0, limit: requestsPerPage });
      if (!page.ok) return showRefusal(page.refusal, words);
      if (page.value.length === 0) break;
      requests.push(...page.value);
    }
    const given = handOver(requests, {
      columns: invoicing.columns,
      unit: unit => unitName(unit, words.language),
      date: words.format.date,
    });
    setProblems(given.problems);
    if (requests.length === 0) toast({ tone: 'plain', title: invoicing.nothingToExport });
    if (given.invoices === 0) return;
    saveFile(`${invoicing.title}-${words.format.date(Date.now())}.csv`, csvFile(given.csv));
    toast({ tone: 'green', title: invoicing.exported(given.invoices) });
  };
  return { send, problems, dismiss: () => setProblems([]) };
}
