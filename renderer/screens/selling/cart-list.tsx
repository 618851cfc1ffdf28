import { memo } from 'react';
import type { Layout } from '../../../shared/contract/setup.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { Panel } from '../../kit/panel.tsx';
import { VirtualList } from '../../kit/virtual-list.tsx';
import { useWords } from '../../kit/words.tsx';
import { Row, scanColumns } from './cart-row.tsx';
import { TouchRow, touchColumns } from './touch-row.tsx';

const rowHeight = 58;

/** The goods of this sale, newest at the bottom, the line that keys act on marked. */
export const CartList = memo(function CartList(props: {
  lines: readonly PricedLine[];
  current: LineId | null;
  /** Those that go below their floor. */
  below: readonly LineId[];
  onSelect: (line: LineId) => void;
  /** So many pieces more, or fewer, of the line in hand. */
  onStep: (by: number) => void;
  layout: Layout;
  /** How to begin: not while something else is asked for beside it, nor that goods are scanned while a sale is chosen. */
  begin: 'how' | 'what' | 'unsaid';
}) {
  const { t } = useWords();
  const { lines, current, below, onSelect } = props;
  const touch = props.layout === 'touch';
  return (
    <Panel className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <Head touch={touch} />
      {lines.length === 0 ? (
        <div className="grid flex-1 place-content-center gap-1 p-6 text-center">
          {props.begin !== 'unsaid' && <p className="text-lead">{t.selling.emptyTitle}</p>}
          {props.begin === 'how' && <p className="text-body text-muted">{t.selling.emptyDetail}</p>}
        </div>
      ) : (
        <VirtualList
          label={t.selling.cart}
          rows={lines}
          rowHeight={rowHeight}
          current={lines.findIndex(line => line.id === current)}
          keyOf={line => line.id}
        >
          {(line, index) => {
            const row = { line, current: line.id === current, below: below.includes(line.id), onSelect };
            return touch ? <TouchRow {...row} onStep={props.onStep} /> : <Row {...row} number={index + 1} />;
          }}
        </VirtualList>
      )}
    </Panel>
  );
});

function Head({ touch }: { touch: boolean }) {
  const { columns } = useWords().t.selling;
  return (
    <div
      className={`${touch ? touchColumns : scanColumns} h-[34px] shrink-0 overflow-hidden border-b [scrollbar-gutter:stable] [scrollbar-width:thin] border-line bg-sunk text-legend text-muted`}
    >
      {!touch && <span />}
      <span>{columns.goods}</span>
      <span className={touch ? 'text-center' : 'text-right'}>{columns.quantity}</span>
      {!touch && <span className="text-right">{columns.price}</span>}
      <span className="text-right">{columns.amount}</span>
    </div>
  );
}
