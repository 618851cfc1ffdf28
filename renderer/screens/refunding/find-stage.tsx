import { minor, minorDigits } from '../../../shared/domain/money.ts';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { goTo } from '../../app/navigation.ts';
import { padInto, useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Notice } from '../../kit/notice.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { LastSales } from './last-sales.tsx';
import { useFind } from './use-find.ts';
import { amountTyped, dayTyped, type Wanted } from './wanted.ts';

/** Which sale it is: its receipt is scanned, the end of its number typed, or it is looked for by its day and sum. */
export function FindStage(props: {
  fault: Sentence | null;
  /** The other tills are being asked. */
  looking: boolean;
  onFind: (text: string) => void;
  onWithout: () => void;
}) {
  const { fault, looking, onFind, onWithout } = props;
  const { t, format, currency } = useWords();
  const words = t.refunding;
  const entry = useEntry({ accepts: /^[0-9a-zA-Z]{0,4}-?\d*$|^\d{1,8}\.\d{0,3}$/, lengthMax: 20 });
  const finding = useFind();
  const { wanted, narrowed } = finding;
  const back = () => {
    if (entry.text !== '') entry.clear();
    else if (narrowed) finding.clear();
    else goTo(null);
  };
  /** What can't be read stays to be mended. */
  const narrow = (more: Wanted | null) => {
    play(more ? 'ok' : 'error');
    if (!more) return;
    finding.narrow(more);
    entry.clear();
  };
  /** A sum needs no key where it is typed with its point. */
  const bySum = () => {
    const amount = amountTyped(entry.text, minorDigits(currency));
    narrow(amount === null ? null : { amount });
  };
  const byDay = () => {
    const date = dayTyped(entry.text, todayHere());
    narrow(date === null ? null : { date });
  };
  const find = () => {
    const { text } = entry;
    if (text.includes('.')) return bySum();
    if (narrowed && /^\d{1,12}$/.test(text)) finding.narrow({ tail: text });
    else if (text || finding.chosen) onFind(text || finding.chosen!.receipt);
    entry.clear();
  };
  const said = [
    ...(wanted.date === undefined ? [] : [wanted.date]),
    ...(wanted.amount === undefined ? [] : [format.amount(minor(wanted.amount))]),
    ...(wanted.tail === undefined ? [] : [`…${wanted.tail}`]),
  ];
  useKeys({
    entry,
    scan: onFind,
    keys: {
      confirm: find,
      back,
      up: () => finding.move(-1),
      down: () => finding.move(1),
      'choice-1': bySum,
      'choice-2': byDay,
      'choice-3': onWithout,
    },
  });
  return (
    <Page
      title={words.title}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '↑ ↓', label: words.keys.choose, onPress: () => finding.move(1) },
        { act: 'choice-1', label: words.keys.bySum, onPress: bySum },
        { act: 'choice-2', label: words.keys.byDay, onPress: byDay },
        { act: 'choice-3', label: words.keys.without, onPress: onWithout },
        { act: 'confirm', label: words.keys.find, onPress: find },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3">
        <Panel className="flex flex-col justify-center gap-4 p-8">
          <h2 className="text-hero font-[650] max-[1200px]:text-[38px]">{words.find.title}</h2>
          <p className="text-lead text-muted">{words.find.todo}</p>
          <div
            role="status"
            aria-label={words.find.number}
            className="flex min-h-20 items-center rounded-till border-2 border-accent bg-surface px-5"
          >
            <b className="truncate text-[42px] font-[650] tabular-nums">{entry.text}</b>
            <i aria-hidden className="mx-1 h-10 w-0.5 shrink-0 bg-accent" />
            {entry.text === '' && <span className="ml-2 text-lead text-muted">{words.find.number}</span>}
          </div>
          {narrowed && (
            <p className="text-lead font-semibold text-accent tabular-nums">✓ {said.join(' · ')}</p>
          )}
          {looking && <Notice title={words.find.looking}>{words.find.lookingTodo}</Notice>}
          {fault && (
            <Notice tone="amber" title={fault.what}>
              {fault.todo}
            </Notice>
          )}
        </Panel>
        <div className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-3">
          <LastSales finding={finding} onPick={sale => onFind(sale.receipt)} />
          <Numpad
            enterLabel={words.keys.find}
            backLabel={t.common.delete}
            onKey={key => padInto(entry, key, find)}
          />
        </div>
      </div>
    </Page>
  );
}

/** The date on the shop's wall, as its own calendar has it. */
const todayHere = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-');
};
