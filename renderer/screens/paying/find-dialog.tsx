import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/words.ts';
import { padInto, useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { LetterPad } from '../../kit/letter-pad.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Numpad, type PadKey } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';

type Found = OutputOf<'paying.find'>;

/** 查单: a number from the customer's bill, scanned or typed. Ins looks it up; Enter does nothing, for a scanner sends it. */
export function FindDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const words = t.paying.find;
  const find = useQuery('paying.find');
  const number = useEntry({ lengthMax: 64 });
  const [found, setFound] = useState<Found | 'searching' | null>(null);
  const look = async (text: string) => {
    if (text === '') return;
    number.set(text);
    setFound('searching');
    const answer = await find({ number: text });
    setFound(answer.ok ? answer.value : { kind: 'no-answer' });
  };
  const search = () => void look(number.read().trim());
  // Numbers have capitals, which is what stands on the pad.
  const press = (key: PadKey) =>
    padInto(number, key.kind === 'char' ? { ...key, char: key.char.toUpperCase() } : key, search);
  const pad = { enterLabel: t.common.padEnter, backLabel: t.common.delete, onKey: press };
  useKeys({
    modal: true,
    entry: number,
    scan: text => void look(text.trim()),
    keys: { 'find-payment': search, back: onClose },
  });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      wide
      actions={
        <>
          <Button tone="main" size="tender" act="find-payment" disabled={number.text === ''} onPress={search}>
            {words.search}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p>{words.ask}</p>
      <p
        role="status"
        className="flex min-h-14 items-center rounded-till border-2 border-accent px-4 text-lead break-all"
      >
        {number.text === '' ? (
          <span className="text-muted">{words.numbers}</span>
        ) : (
          <b className="font-semibold">{number.text}</b>
        )}
        <i aria-hidden className="ml-1 h-7 w-0.5 bg-accent" />
      </p>
      <div aria-live="polite" className="min-h-24">
        {found && <Result found={found} />}
      </div>
      <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] gap-4">
        <LetterPad {...pad} />
        <Numpad plain {...pad} />
      </div>
    </Dialog>
  );
}

function Result({ found }: { found: Found | 'searching' }) {
  const { t, format } = useWords();
  const words = t.paying.find;
  if (found === 'searching') return <p className="text-muted">{words.searching}</p>;
  if (found.kind !== 'ours') {
    const none = found.kind === 'not-found';
    return (
      <Notice tone={none ? 'red' : 'amber'} title={none ? words.notFound : words.noAnswer}>
        {none ? words.notFoundTodo : words.noAnswerTodo}
      </Notice>
    );
  }
  const { attempt, receipt } = found;
  const { name } = attempt.state;
  const title = words.found(attempt.wallet, format.amount(attempt.amount), t.payments.states[name]);
  return (
    <Notice tone={name === 'paid' ? 'green' : 'plain'} title={title}>
      <p className="select-text">
        {words.order(attempt.order)} · {receipt === null ? words.noReceipt : words.receipt(receipt)}
      </p>
    </Notice>
  );
}
