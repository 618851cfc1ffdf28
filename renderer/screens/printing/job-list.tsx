import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { StatusChip } from '../../kit/status-chip.tsx';
import { useWords } from '../../kit/words.tsx';
import { canRetry, stateOf, titleOf, toneOf } from './job-words.ts';
import { List, ListRow } from './list.tsx';

/** The last prints, newest first, each with how it went and what can be done about it. */
export function JobList(props: {
  jobs: readonly PrintJobView[];
  current: string | null | undefined;
  onPick: (job: PrintJobView) => void;
  onRetry: (job: PrintJobView) => void;
  onAsk: (job: PrintJobView) => void;
}) {
  const { t, format } = useWords();
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <List title={t.printing.jobs} empty={t.printing.noJobs}>
        {props.jobs.map(job => (
          <ListRow key={job.job} current={job.job === props.current} onPick={() => props.onPick(job)}>
            <span className="w-16 shrink-0 text-muted">{format.time(job.at)}</span>
            <span className="min-w-0 flex-1 truncate">{titleOf(job, t)}</span>
            <StatusChip
              tone={toneOf[job.state]}
              title={job.state === 'sent' ? t.printing.sentNote : undefined}
            >
              {stateOf(job, t)}
            </StatusChip>
            {canRetry(job) && <Button onPress={() => props.onRetry(job)}>{t.printing.retry}</Button>}
            {job.state === 'uncertain' && (
              <Button tone="amber" onPress={() => props.onAsk(job)}>
                {t.printing.keys.answer}
              </Button>
            )}
          </ListRow>
        ))}
      </List>
    </Panel>
  );
}
