import { useEffect, useState } from 'react';
import type { PrintJobState } from '../../../shared/contract/printing.ts';
import type { Paper } from '../../../shared/domain/paper.ts';
import { useQuery } from '../../live/index.tsx';

/** The paper of a job, asked for again whenever its state changes; null until its bytes are made. */
export function usePaper(job: string | undefined, state: PrintJobState | undefined): Paper | null {
  const ask = useQuery('printing.paper');
  const [seen, setSeen] = useState<{ job: string; paper: Paper } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state decides whether there are bytes to show.
  useEffect(() => {
    if (!job) return;
    let current = true;
    void ask({ job }).then(answer => {
      if (current && answer.ok && answer.value) setSeen({ job, paper: answer.value });
    });
    return () => {
      current = false;
    };
  }, [ask, job, state]);
  return seen && seen.job === job ? seen.paper : null;
}
