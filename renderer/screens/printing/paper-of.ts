import type { PrintJobView } from '../../../shared/contract/printing.ts';
import type { LastPaper } from './use-last-papers.ts';

/**
 * The sale or refund of a print that has come out, so that it can be printed again. A print that has not come out
 * has none: its own way on must not make two papers of it.
 */
export function paperOf<Paper extends Pick<LastPaper, 'kind' | 'number' | 'receipt'>>(
  { kind, title, sale, state }: Pick<PrintJobView, 'kind' | 'title' | 'sale' | 'state'>,
  papers: readonly Paper[],
): Paper | undefined {
  if (state !== 'printed' && state !== 'sent') return undefined;
  if (kind === 'receipt') return papers.find(paper => paper.kind === 'sale' && paper.number === sale);
  if (kind === 'refund') return papers.find(paper => paper.kind === 'refund' && paper.receipt === title);
  return undefined;
}
