import { useEffect, useState } from 'react';
import { type AddedGoods, goodsMax } from '../../../shared/contract/catalog.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { RemovableRows } from './removable-rows.tsx';

/** Goods that were created at the counter and that no list has taken in; each can be taken off again. `count` tells that they changed. */
export function AddedGoodsDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.catalog.addedGoods;
  const goods = useAddedGoods(count);
  const removeAdded = useCommand('catalog.removeAdded');
  const remove = async ({ item }: AddedGoods) => {
    const answer = await removeAdded({ item });
    if (answer.ok) toast({ tone: 'plain', title: words.removed(answer.value.name) });
  };
  return (
    <RemovableRows
      title={words.title}
      lead={goods.length === 0 ? words.none : words.what}
      of={goods}
      rowsClass="max-h-[400px]"
      row={({ item, code, name, category, price, at: when, by }) => ({
        key: item,
        title: name,
        note: [code, category, `${by} ${format.dayTime(when)}`].filter(Boolean).join(' · '),
        figure: format.figures(price),
      })}
      remove={words.remove}
      onRemove={marked => void remove(marked)}
      onClose={onClose}
    />
  );
}

function useAddedGoods(count: number): readonly AddedGoods[] {
  const ask = useQuery('catalog.added');
  const [goods, setGoods] = useState<readonly AddedGoods[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of them is another list.
  useEffect(() => {
    let here = true;
    void ask({ limit: goodsMax }).then(answer => here && answer.ok && setGoods(answer.value));
    return () => {
      here = false;
    };
  }, [ask, count]);
  return goods;
}
