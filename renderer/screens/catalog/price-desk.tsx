import type { CatalogView } from '../../../shared/contract/catalog.ts';
import type { Act } from '../../../shared/domain/keys/acts.ts';
import { Button } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
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
      <Tile act="choice-1" title={words.onePrice.title} onPress={() => onOpen('one-price')}>
        {words.onePrice.note}
      </Tile>
      <Tile act="choice-2" title={words.repricings.short(coming.count)} onPress={() => onOpen('repricings')}>
        {coming.next === null ? words.repricings.note : words.repricings.next(format.dayTime(coming.next))}
      </Tile>
      <Tile act="choice-3" title={words.addedGoods.short(added)} onPress={() => onOpen('added')}>
        {words.addedGoods.note(added)}
      </Tile>
    </Panel>
  );
}

/** Its key stands beside the note, not the title, which needs the whole width of a narrow screen's third. */
function Tile(props: { act: Act; title: string; onPress: () => void; children: string }) {
  const { cap } = useWords();
  const note = (
    <span className="mt-1 flex items-center justify-between gap-3">
      {props.children}
      <KeyCap>{cap(props.act)}</KeyCap>
    </span>
  );
  return (
    <Button size="tender" className="!text-lead max-[1200px]:!text-body" note={note} onPress={props.onPress}>
      {props.title}
    </Button>
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
