import type { DeskItem } from '../../../shared/contract/paying.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import type { DeskDoing } from './use-desk-acts.ts';

/** One payment: what it means, what is known, what has been noted, and what may be done. */
export function ItemDetail(props: {
  item: DeskItem;
  doings: readonly DeskDoing[];
  onDo: (doing: DeskDoing) => void;
}) {
  const { t } = useWords();
  const { item, doings, onDo } = props;
  return (
    <div className="flex min-h-full flex-col gap-4">
      <div className="flex items-start justify-between gap-4">
        <div aria-live="polite">
          <h2 className="text-title font-semibold">{t.desk.reasons[item.reason]}</h2>
          <p>{t.desk.means[item.reason]}</p>
        </div>
        <Money amount={item.amount} className="text-hero font-[650]" />
      </div>
      <Facts item={item} />
      <Notes item={item} />
      <div className="mt-auto grid grid-cols-2 gap-2.5">
        {doings.map((doing, index) => (
          <Button
            key={doing.act}
            tone={index === 0 ? 'main' : 'plain'}
            size="tender"
            className="!text-lead"
            plainKey={`${index + 1}`}
            onPress={() => onDo(doing)}
          >
            {doing.act === 'note' ? t.desk.addNote : t.desk.acts[doing.act]}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Facts({ item }: { item: DeskItem }) {
  const { t, format } = useWords();
  const { columns, none } = t.desk;
  const { attempt } = item;
  const state = attempt && t.payments.states[attempt.state.name];
  const doubt = attempt?.doubt ? `，${t.desk.doubts[attempt.doubt]}` : '';
  const rows: readonly (readonly [string, string])[] = [
    ...(attempt ? [[columns.state, `${state}${doubt}`] as const] : []),
    ...(item.order === '' ? [] : [[columns.order, item.order] as const]),
    ...(attempt ? [[columns.provider, attempt.providerNumber ?? none] as const] : []),
    ...(attempt ? [[columns.code, `…${attempt.codeTail}`] as const] : []),
    [columns.receipt, item.receipt ?? none],
    [columns.since, format.dayTime(item.since)],
    [columns.till, t.desk.tillDoes[item.tillDoes]],
  ];
  return (
    <dl className="border-t border-line">
      {rows.map(([name, value]) => (
        <div key={name} className="flex min-h-10 items-center gap-4 border-b border-line">
          <dt className="w-36 shrink-0 text-legend text-muted">{name}</dt>
          <dd className="min-w-0 break-all select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ item }: { item: DeskItem }) {
  const { t, format } = useWords();
  const staff = useLive('setup.state')?.staff ?? [];
  const nameOf = (id: string) => staff.find(each => each.id === id)?.name ?? id;
  if (item.notes.length === 0) return null;
  return (
    <section>
      <h3 className="text-legend text-muted">{t.desk.notes}</h3>
      {item.notes.map(({ at, by, note }) => (
        <p key={`${at} ${note}`} className="select-text">
          {note}{' '}
          <span className="text-note text-muted">
            {nameOf(by)} · {format.dayTime(at)}
          </span>
        </p>
      ))}
    </section>
  );
}
