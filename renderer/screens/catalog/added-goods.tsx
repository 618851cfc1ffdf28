import { useEffect, useState } from 'react';
import { type AddedGoods, goodsMax } from '../../../shared/contract/catalog.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { MarkedRows } from './marked-rows.tsx';

/** Goods that were created at the counter and that no list has taken in; each can be taken off again. `count` tells that they changed. */
export function AddedGoodsDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.catalog.addedGoods;
  const ask = useQuery('catalog.added');
  const removeAdded = useCommand('catalog.removeAdded');
  const [goods, setGoods] = useState<readonly AddedGoods[]>([]);
  const [mark, setMark] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of them is another list.
  useEffect(() => {
    let here = true;
    void ask({ limit: goodsMax }).then(answer => here && answer.ok && setGoods(answer.value));
    return () => {
      here = false;
    };
  }, [ask, count]);
  const at = Math.min(mark, goods.length - 1);
  const remove = async () => {
    const marked = goods[at];
    if (!marked) return;
    const answer = await removeAdded({ item: marked.item });
    if (answer.ok) toast({ tone: 'plain', title: words.removed(answer.value.name) });
  };
  useKeys({
    modal: true,
    keys: {
      up: () => setMark(Math.max(0, at - 1)),
      down: () => setMark(at + 1),
      remove: () => void remove(),
      back: onClose,
    },
  });
  return (
    <Dialog
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button
            tone="danger"
            size="tender"
            act="remove"
            disabled={goods.length === 0}
            onPress={() => void remove()}
          >
            {words.remove}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-muted">{goods.length === 0 ? words.none : words.what}</p>
      <MarkedRows
        className="max-h-[400px]"
        at={at}
        onMark={setMark}
        rows={goods.map(({ item, code, name, category, price, at: when, by }) => ({
          key: item,
          title: name,
          note: [code, category, `${by} ${format.dayTime(when)}`].filter(Boolean).join(' · '),
          figure: format.figures(price),
        }))}
      />
    </Dialog>
  );
}
