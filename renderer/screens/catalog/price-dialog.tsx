import { useEffect, useState } from 'react';
import type { Item } from '../../../shared/domain/item.ts';
import { minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { MarkedRows } from './marked-rows.tsx';
import { StartsChoice } from './starts-choice.tsx';

/** A new price of one item: which, how much, from when. */
export function PriceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [item, setItem] = useState<Item | null>(null);
  const words = t.catalog.onePrice;
  return item ? (
    <SetPrice item={item} onClose={onClose} />
  ) : (
    <FindItem title={words.title} onFound={setItem} onClose={onClose} />
  );
}

const resultsMax = 20;

function FindItem(props: { title: string; onFound: (item: Item) => void; onClose: () => void }) {
  const { t, format } = useWords();
  const search = useQuery('catalog.search');
  const [text, setText] = useState('');
  const [items, setItems] = useState<readonly Item[]>([]);
  const [mark, setMark] = useState(0);
  useEffect(() => {
    let here = true;
    void search({ text, limit: resultsMax }).then(answer => {
      if (!here || !answer.ok) return;
      setItems(answer.value);
      setMark(0);
    });
    return () => {
      here = false;
    };
  }, [search, text]);
  const at = Math.min(mark, items.length - 1);
  const take = (index: number) => {
    const found = items[index];
    if (found) props.onFound(found);
  };
  useKeys({
    modal: true,
    scan: setText,
    keys: {
      up: () => setMark(Math.max(0, at - 1)),
      down: () => setMark(at + 1),
      confirm: () => take(at),
      back: props.onClose,
    },
  });
  return (
    <Dialog
      wide
      title={props.title}
      onClose={props.onClose}
      actions={
        <Button size="tender" act="back" onPress={props.onClose}>
          {t.common.back}
        </Button>
      }
    >
      <Field label={t.catalog.onePrice.find} value={text} onChange={setText} maxLength={80} autoFocus />
      <MarkedRows
        className="max-h-[350px]"
        at={at}
        onMark={take}
        rows={items.map(({ id, codes, name, price, unit, category }) => ({
          key: id,
          title: name,
          note: [codes[0], category].filter(Boolean).join(' · '),
          figure: format.unitPrice(price, unit),
        }))}
      />
    </Dialog>
  );
}

function SetPrice({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t, format, currency } = useWords();
  const words = t.catalog.onePrice;
  const planPrice = useCommand('catalog.planPrice');
  const [text, setText] = useState('');
  const [starts, setStarts] = useState<number | null>(null);
  const [wrong, setWrong] = useState(false);
  const price = parseMinor(text, minorDigits(currency));
  const save = async () => {
    if (!price.ok) return setWrong(true);
    const answer = await planPrice({ item: item.id, price: price.value, starts });
    if (!answer.ok) return setWrong(true);
    const title = starts === null ? words.set : words.planned(format.dayTime(starts));
    toast({ tone: 'green', title, detail: `${item.name} → ${format.amount(price.value)}` });
    onClose();
  };
  useKeys({ modal: true, keys: { confirm: () => void save(), back: onClose } });
  return (
    <Dialog
      title={words.titleOf(item.name)}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={() => void save()}>
            {starts === null ? words.save : words.schedule}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">
        {words.now} <b className="tabular-nums">{format.unitPrice(item.price, item.unit)}</b>
      </p>
      <Field
        label={words.price}
        value={text}
        inputMode="decimal"
        error={wrong ? words.wrong : null}
        onChange={value => {
          setWrong(false);
          setText(value);
        }}
        maxLength={12}
        autoFocus
      />
      <StartsChoice
        starts={starts}
        price={price.ok ? format.unitPrice(price.value, item.unit) : null}
        onChange={setStarts}
      />
    </Dialog>
  );
}
