import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { PaperStrip } from './paper-strip.tsx';
import { usePaper } from './use-paper.ts';

/** The paper of the chosen job, drawn from the very bytes that went to the printer. */
export function JobPaper({ job }: { job: PrintJobView | undefined }) {
  const { t } = useWords();
  const paper = usePaper(job?.job, job?.state);
  return (
    <Scroll label={t.printing.paper} className="rounded-till bg-tray p-4">
      {paper ? (
        <>
          <PaperStrip paper={paper} />
          {paper.faults.length > 0 && (
            <p className="mt-2 text-note text-amber">△ {t.printing.garbled(paper.faults.length)}</p>
          )}
        </>
      ) : (
        <p className="grid h-full place-items-center text-center text-muted">
          {job ? t.printing.noPaperYet : t.printing.noPaper}
        </p>
      )}
    </Scroll>
  );
}
