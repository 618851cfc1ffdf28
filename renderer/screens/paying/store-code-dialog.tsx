import { useRef, useState } from 'react';
import type { IntentView } from '../../../shared/contract/paying.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import { play } from '../../app/earcons.ts';
import { padInto, useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

const ways = ['speaker', 'app'] as const;
type Way = (typeof ways)[number];

/** The shop's own static code: the cashier says how the money's arrival was heard or seen. F9 takes it; a scanner's Enter does nothing. */
export function StoreCodeDialog(props: { intent: IntentView; amount: Minor; onClose: () => void }) {
  const { intent, amount, onClose } = props;
  const { t, format } = useWords();
  const words = t.paying.storeCode;
  const storeCode = useCommand('paying.storeCode');
  const [way, setWay] = useState<Way>('speaker');
  const detail = useEntry({ accepts: /^[\d.]*$/, lengthMax: 12 });
  const busy = useRef(false);
  const take = async () => {
    if (busy.current) return;
    busy.current = true;
    const heard = [words.heard[way], detail.read()].filter(Boolean).join(' ');
    const answer = await storeCode({ intent: intent.intent, amount, heard });
    busy.current = false;
    play(answer.ok ? 'done' : 'error');
    onClose();
  };
  const turn = () => setWay(now => (now === 'speaker' ? 'app' : 'speaker'));
  useKeys({
    modal: true,
    entry: detail,
    keys: { pay: () => void take(), back: onClose, up: turn, down: turn },
  });
  return (
    <Dialog
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="pay" onPress={() => void take()}>
            {words.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <div className="text-lead">
        <p>{words.what(format.amount(amount))}</p>
        <p>{words.whatNext}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_330px] gap-6">
        <div className="flex flex-col gap-3">
          <Choice<Way>
            columns={1}
            label={words.how}
            value={way}
            options={ways.map(value => ({ value, label: words.heard[value] }))}
            onChange={setWay}
          />
          <p className="flex min-h-12 items-center justify-between gap-4 rounded-till border border-line bg-sunk px-4 py-1.5">
            <span className="text-legend text-muted">{words.typed}</span>
            <b className="text-lead font-semibold">{detail.text}</b>
          </p>
        </div>
        <Numpad backLabel={t.common.delete} onKey={key => padInto(detail, key, () => void take())} />
      </div>
      <Notice title={words.limit} />
    </Dialog>
  );
}
