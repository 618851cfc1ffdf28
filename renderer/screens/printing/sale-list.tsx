import type { Sale } from '../../../shared/domain/sale.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { List, ListRow } from './list.tsx';

/** The last sales, newest first, to print a receipt again. */
export function SaleList(props: {
  sales: readonly Sale[];
  current: string | null | undefined;
  onPick: (sale: Sale) => void;
  onReprint: (sale: Sale) => void;
}) {
  const { t, format } = useWords();
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      <List title={t.printing.sales} empty={t.printing.noSales}>
        {props.sales.map(sale => (
          <ListRow key={sale.id} current={sale.id === props.current} onPick={() => props.onPick(sale)}>
            <span className="w-16 shrink-0 text-muted">{format.time(sale.at)}</span>
            <span className="w-32 shrink-0">{sale.receipt}</span>
            <span className="min-w-0 flex-1 truncate text-legend text-muted">{sale.lines[0]?.name}</span>
            <Money amount={sale.total} bare className="font-semibold" />
            <Button onPress={() => props.onReprint(sale)}>{t.printing.reprint}</Button>
          </ListRow>
        ))}
      </List>
    </Panel>
  );
}
