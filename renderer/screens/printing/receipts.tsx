import { useState } from 'react';
import type { PrintJobState, PrintJobView } from '../../../shared/contract/printing.ts';
import type { Messages } from '../../../shared/i18n/index.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { JobList } from './job-list.tsx';
import { JobPaper } from './job-paper.tsx';
import { canRetry, sayReason, titleOf } from './job-words.ts';
import { paperOf } from './paper-of.ts';
import { SaleList } from './sale-list.tsx';
import { UncertainPrints } from './uncertain-prints.tsx';
import { type LastPaper, useLastPapers } from './use-last-papers.ts';

const none: readonly PrintJobView[] = [];

/** What was printed and how it went, the paper itself, and the last sales and refunds to print again. */
export function ReceiptsScreen() {
  const { t } = useWords();
  const jobs = useLive('printing.jobs') ?? none;
  const papers = useLastPapers(jobs.length > 0 ? jobs[0]?.job : undefined);
  const [side, setSide] = useState<'jobs' | 'sales'>('jobs');
  const [jobId, setJobId] = useState<string | null>(null);
  const [paperId, setPaperId] = useState<string | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const job = jobs.find(each => each.job === jobId) ?? jobs[0];
  const paper = papers.find(each => each.id === paperId) ?? papers[0];
  /** What the key prints again: the chosen sale, or that of the chosen print. */
  const toReprint = side === 'sales' ? paper : job && paperOf(job, papers);
  const print = side === 'jobs' ? job : undefined;
  const retry = useCommand('printing.retry');
  const reprint = useCommand('printing.reprint');
  const reprintRefund = useCommand('printing.reprintRefund');

  const again = async (which: LastPaper) => {
    const { kind, number } = which;
    const answer = await (kind === 'sale' ? reprint({ sale: number }) : reprintRefund({ refund: number }));
    if (!answer.ok) return;
    setJobId(answer.value.job);
    toast({ tone: 'green', title: t.printing.reprinted(which.receipt) });
  };
  const act = () => {
    if (toReprint) void again(toReprint);
    else if (print?.state === 'uncertain') setAsking(print.job);
    else if (print && canRetry(print)) void retry({ job: print.job });
  };
  const move = (by: number) => {
    if (side === 'jobs') setJobId(nextOf(jobs, each => each.job, job?.job, by));
    else setPaperId(nextOf<LastPaper>(papers, each => each.id, paper?.id, by));
  };
  /** The chosen sale's, or that of the chosen receipt. */
  const invoiced = side === 'jobs' ? job?.sale : paper?.kind === 'sale' && paper.number;
  const invoice = () => {
    if (invoiced) goTo('invoice', { sale: invoiced });
  };
  const swap = () => setSide(now => (now === 'jobs' ? 'sales' : 'jobs'));
  const back = () => goTo(null);
  useKeys({
    keys: {
      back,
      up: () => move(-1),
      down: () => move(1),
      left: swap,
      right: swap,
      confirm: act,
      invoice: invoice,
    },
  });

  const asked = jobs.find(each => each.job === asking && each.state === 'uncertain');
  const acting = toReprint ? t.printing.keys.reprint : actOn(print, t);
  return (
    <Page
      title={t.printing.title}
      note={<Waiting jobs={jobs} />}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '↑ ↓', label: t.printing.keys.choose, onPress: () => move(1) },
        { plainKey: '← →', label: t.printing.keys.tab, onPress: swap },
        { act: 'invoice', label: t.invoicing.one, onPress: invoice, hidden: !invoiced },
        { act: 'confirm', label: acting ?? t.printing.keys.reprint, onPress: act, hidden: acting === null },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(400px,36%)] gap-3">
        <div className="flex min-h-0 flex-col gap-3">
          <Trouble job={job} />
          <div className="grid min-h-0 flex-1 grid-rows-2 gap-3">
            <JobList
              jobs={jobs}
              current={side === 'jobs' ? job?.job : null}
              onPick={picked => {
                setSide('jobs');
                setJobId(picked.job);
                if (picked.state === 'uncertain') setAsking(picked.job);
              }}
              onRetry={which => void retry({ job: which.job })}
              onAsk={which => setAsking(which.job)}
            />
            <SaleList
              papers={papers}
              current={side === 'sales' ? paper?.id : null}
              onPick={picked => {
                setSide('sales');
                setPaperId(picked.id);
              }}
              onReprint={which => void again(which)}
            />
          </div>
        </div>
        <JobPaper job={job} />
      </div>
      {asked && <UncertainPrints job={asked} onClose={() => setAsking(null)} />}
    </Page>
  );
}

const actOn = (job: PrintJobView | undefined, t: Messages): string | null => {
  if (job?.state === 'uncertain') return t.printing.keys.answer;
  return job && canRetry(job) ? t.printing.keys.retry : null;
};

function Waiting({ jobs }: { jobs: readonly PrintJobView[] }) {
  const { t } = useWords();
  const asking = jobs.filter(job => job.state === 'uncertain').length;
  const blocked = jobs.filter(job => job.state === 'blocked').length;
  const said = [
    ...(asking > 0 ? [t.printing.asking(asking)] : []),
    ...(blocked > 0 ? [t.printing.waiting(blocked)] : []),
  ];
  return said.length > 0 ? <span className="text-amber">△ {said.join(' · ')}</span> : null;
}

const howOn: Readonly<Partial<Record<PrintJobState, (t: Messages) => string>>> = {
  blocked: t => t.printing.blockedHow,
  failed: t => t.printing.retryHow,
  expired: t => t.printing.retryHow,
};

/** Why the chosen print has not come out, and what to do about it. */
function Trouble({ job }: { job: PrintJobView | undefined }) {
  const { t } = useWords();
  if (!job?.reason || !['blocked', 'failed', 'expired', 'uncertain'].includes(job.state)) return null;
  const { what, todo } = sayReason(job.reason, t);
  return (
    <Notice tone={job.state === 'failed' ? 'red' : 'amber'} title={`${titleOf(job, t)} · ${what}`}>
      {[todo, howOn[job.state]?.(t)].filter(Boolean).join(' ')}
    </Notice>
  );
}

function nextOf<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  current: string | undefined,
  by: number,
): string | null {
  const at = rows.findIndex(row => idOf(row) === current);
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  return next ? idOf(next) : null;
}
