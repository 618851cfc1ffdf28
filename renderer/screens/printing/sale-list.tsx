import { minor } from '../../../shared/domain/money.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { List, ListRow } from './list.tsx';
import type { LastPaper } from './use-last-papers.ts';

/** The last sales and refunds, newest first, to print their paper again. */
export function SaleList(props: {
  papers: readonly LastPaper[];
  current: string | null | undefined;
  onPick: (paper: LastPaper) => void;
  onReprint: (paper: LastPaper) => void;
}) {
  const { t, format } = useWords();
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <List title={t.printing.sales} empty={t.printing.noSales}>
        {props.papers.map(paper => (
          <ListRow key={paper.id} current={paper.id === props.current} onPick={() => props.onPick(paper)}>
            <span className="w-16 shrink-0 text-muted">{format.time(paper.at)}</span>
            <span className="min-w-0 flex-1 leading-[1.35]">
              <span className="block truncate">{paper.lines[0]?.name}</span>
              <span className="block truncate text-legend text-muted">
                {paper.kind === 'refund' && '↩ '}
                {paper.receipt} · {t.paying.goods(paper.pieces)}
              </span>
            </span>
            <Money
              amount={paper.kind === 'refund' ? minor(-paper.total) : paper.total}
              bare
              className="font-semibold"
            />
            <Button onPress={() => props.onReprint(paper)}>{t.printing.reprint}</Button>
          </ListRow>
        ))}
      </List>
    </Panel>
  );
}
