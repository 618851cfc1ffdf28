import type { Act } from '../../../shared/domain/keys/acts.ts';
import { type ReportId, reportIds } from '../../../shared/domain/report.ts';
import { Button } from '../../kit/button.tsx';
import { Progress } from '../../kit/progress.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Exporting } from './use-export.ts';

/** Which report, and the ways out of the till. */
export function Toolbar(props: {
  report: ReportId;
  tabActs: Readonly<Record<ReportId, Act>>;
  onOpen: (report: ReportId) => void;
  exporting: Exporting;
}) {
  const { t } = useWords();
  const { report, exporting } = props;
  const words = t.reports;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 max-[1200px]:gap-1.5">
      {reportIds.map(id => (
        <Button
          key={id}
          tone={id === report ? 'strong' : 'plain'}
          act={props.tabActs[id]}
          className={tight}
          onPress={() => props.onOpen(id)}
        >
          {words.tabs[id]}
        </Button>
      ))}
      <div className="ml-auto flex items-center gap-2 max-[1200px]:gap-1.5">
        {exporting.progress ? (
          <div className="w-80">
            <Progress
              {...progressOf(exporting.progress)}
              label={words.collecting(exporting.progress.done, exporting.progress.all)}
            />
            <p className="text-note text-muted tabular-nums">
              {words.collecting(exporting.progress.done, exporting.progress.all)}
            </p>
          </div>
        ) : (
          <>
            <Button act="print" className={tight} onPress={exporting.print}>
              {report === 'tickets' ? words.printList : words.print}
            </Button>
            <Button act="export" className={tight} onPress={exporting.saveCsv}>
              {words.csv}
            </Button>
            <Button act="workbook" className={tight} onPress={exporting.saveWorkbook}>
              {words.workbook}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Six keys side by side on the shop's old till too, in either language. */
const tight = 'max-[1200px]:px-2 max-[1200px]:text-legend';

const progressOf = ({ done, all }: { done: number; all: number }) => ({ done, total: all });
