import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { PaperStrip } from './paper-strip.tsx';
import { PrintTrouble } from './print-trouble.tsx';
import { usePaper } from './use-paper.ts';

/**
 * What stands beside the change screen: the newest receipt as it comes out of the virtual printer, so that a
 * newcomer without hardware sees every one. With a real printer, only what went wrong with it.
 */
export function PaperPanel() {
  const printer = useLive('setup.state')?.printer;
  const newest = useLive('printing.jobs')?.find(job => job.kind !== 'drawer');
  if (!printer) return null;
  return printer.transport === 'virtual' ? <OnScreen newest={newest} /> : <PrintTrouble newest={newest} />;
}

function OnScreen({ newest }: { newest: PrintJobView | undefined }) {
  const { t } = useWords();
  const paper = usePaper(newest?.job, newest?.state);
  return (
    <aside aria-label={t.printing.title} className="flex h-full min-h-0 flex-col gap-2">
      <Scroll label={t.printing.paper} className="flex-1 rounded-till bg-tray px-4 pt-4">
        {paper ? (
          <div className="mx-auto max-w-[408px]">
            <PaperStrip paper={paper} />
          </div>
        ) : (
          <p className="grid h-40 place-items-center text-muted">
            {newest ? t.printing.paperLoading : t.printing.noPaper}
          </p>
        )}
      </Scroll>
    </aside>
  );
}
