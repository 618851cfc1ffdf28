import { useEffect, useRef, useState } from 'react';
import type { RefundView } from '../../../shared/contract/refunding.ts';
import type { GoodsTile } from '../../../shared/contract/selling.ts';
import { zero } from '../../../shared/domain/money.ts';
import { extend, pieces } from '../../../shared/domain/quantity.ts';
import { play } from '../../app/earcons.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button, keepFocus } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { ReasonList } from './reason-list.tsx';

type Brought = { readonly tile: GoodsTile; readonly count: number };

/** Goods that no receipt tells of: scanned or typed one by one, worth today's price, given back in cash with a manager's leave. */
export function WithoutStage(props: { onBack: () => void; onDone: (refund: RefundView) => void }) {
  const { t, format } = useWords();
  const words = t.refunding;
  const [brought, setBrought] = useState<readonly Brought[]>([]);
  const [reason, setReason] = useState<string | null>(null);
  const [total, setTotal] = useState(zero);
  const [typing, setTyping] = useState(false);
  const read = useQuery('selling.readCode');
  const worth = useQuery('refunding.worth');
  const refund = useCommand('refunding.withoutReceipt');
  const busy = useRef(false);

  useEffect(() => {
    if (brought.length === 0) setTotal(zero);
    else void worth({ lines: linesOf(brought) }).then(answer => answer.ok && setTotal(answer.value.total));
  }, [brought, worth]);

  const scan = async (text: string) => {
    const answer = await read({ text });
    const tiles = answer.ok && answer.value.kind === 'goods' ? answer.value.items : [];
    const [tile] = tiles;
    play(tile && tiles.length === 1 ? 'ok' : 'unknown');
    if (tile && tiles.length === 1) setBrought(now => withOneMore(now, tile));
    else toast({ tone: 'amber', title: tile ? words.without.unique : words.without.unknown, detail: '' });
  };
  const go = async () => {
    if (busy.current) return;
    if (brought.length === 0 || reason === null) {
      const [title, detail] =
        reason === null ? [words.noReason, words.noReasonTodo] : [words.nothing, words.without.todo];
      toast({ tone: 'amber', title, detail });
      return;
    }
    busy.current = true;
    const answer = await refund({ lines: linesOf(brought), total, reason });
    busy.current = false;
    play(answer.ok ? 'done' : 'error');
    if (answer.ok) props.onDone(answer.value);
  };
  const choose = (index: number) => setReason(words.reasons[index] ?? null);
  const remove = () => setBrought(now => now.slice(0, -1));
  const type = () => setTyping(true);
  useKeys({
    scan: text => void scan(text),
    entry: useNumberChoice(
      Object.fromEntries(words.reasons.map((_, index) => [String(index + 1), () => choose(index)])),
    ),
    keys: { back: props.onBack, search: type, remove: remove, pay: () => void go() },
  });
  return (
    <Page
      title={words.without.title}
      note={words.without.todo}
      legend={[
        { act: 'back', label: t.common.back, onPress: props.onBack },
        { act: 'search', label: words.without.type, onPress: type },
        { act: 'remove', label: words.keys.remove, onPress: remove, hidden: brought.length === 0 },
        { act: 'pay', label: words.ways.cash, onPress: () => void go() },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3">
        <Panel className="min-h-0 overflow-y-auto">
          {brought.length === 0 && <p className="p-6 text-lead text-muted">{words.without.empty}</p>}
          {brought.map(({ tile, count }, index) => (
            <button
              key={tile.item}
              type="button"
              onClick={() => setBrought(now => now.filter((_, each) => each !== index))}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              // The key that removes takes the last one, a finger the one it presses.
              className={`flex min-h-[58px] w-full items-center gap-3 border-b border-line px-4 text-left ${index === brought.length - 1 ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
            >
              <span className="min-w-0 flex-1 truncate">{tile.name}</span>
              <span>{`${count} × ${format.unitPrice(tile.price, tile.unit)}`}</span>
              <b className="w-28 text-right text-[22px] font-[650]">
                {format.figures(extend(tile.price, pieces(count)))}
              </b>
              <span aria-hidden className="text-lead text-muted">
                ✕
              </span>
            </button>
          ))}
        </Panel>
        <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-3">
          <ReasonList chosen={reason} onChoose={choose} />
          <Panel className="flex flex-col gap-2 p-4">
            <p className="text-body text-muted">{words.without.estimate}</p>
            <Money amount={total} className="text-total leading-none font-[650] max-[1200px]:text-[52px]" />
            <Button tone="main" size="tender" act="pay" className="mt-auto" onPress={() => void go()}>
              {words.ways.cash}
            </Button>
          </Panel>
        </div>
      </div>
      {typing && <CodeDialog onCode={text => void scan(text)} onClose={() => setTyping(false)} />}
    </Page>
  );
}

const linesOf = (brought: readonly Brought[]) =>
  brought.map(({ tile, count }) => ({
    item: tile.item,
    quantity: pieces(count),
    goods: 'stock' as const,
  }));

const withOneMore = (now: readonly Brought[], tile: GoodsTile): readonly Brought[] =>
  now.some(each => each.tile.item === tile.item)
    ? now.map(each => (each.tile.item === tile.item ? { ...each, count: each.count + 1 } : each))
    : [...now, { tile, count: 1 }];
