import type { CatalogView } from '../../../shared/contract/catalog.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { AddedGoodsDialog } from './added-goods.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { RepricingsDialog } from './repricings.tsx';

/** What of the price list is changed without a file. */
export const priceTasks = ['one-price', 'repricings', 'added'] as const;
export type PriceTask = (typeof priceTasks)[number];

/** One item's price, prices to come, and goods created at the counter: each a key and a dialog. */
export function PriceDesk({ view, onOpen }: { view: CatalogView; onOpen: (task: PriceTask) => void }) {
  const { t, format } = useWords();
  const { coming, added } = view;
  const words = t.catalog;
  return (
    <Panel className="grid shrink-0 grid-cols-3 gap-3 px-4 py-3">
      <Button size="tender" act="choice-1" note={words.onePrice.note} onPress={() => onOpen('one-price')}>
        {words.onePrice.title}
      </Button>
      <Button
        size="tender"
        act="choice-2"
        note={
          coming.next === null ? words.repricings.none : words.repricings.next(format.dayTime(coming.next))
        }
        onPress={() => onOpen('repricings')}
      >
        {words.repricings.short(coming.count)}
      </Button>
      <Button size="tender" act="choice-3" note={words.addedGoods.note} onPress={() => onOpen('added')}>
        {words.addedGoods.short(added)}
      </Button>
    </Panel>
  );
}

export function PriceTaskDialog(props: { task: PriceTask; view: CatalogView; onClose: () => void }) {
  const { task, view, onClose } = props;
  switch (task) {
    case 'one-price':
      return <PriceDialog onClose={onClose} />;
    case 'repricings':
      return <RepricingsDialog coming={view.coming} onClose={onClose} />;
    case 'added':
      return <AddedGoodsDialog count={view.added} onClose={onClose} />;
  }
}
