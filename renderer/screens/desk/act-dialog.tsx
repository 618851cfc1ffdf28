import { useState } from 'react';
import { type Minor, minorDigits, parseMinor, plainAmount } from '../../../shared/domain/money.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { useWords } from '../../kit/words.tsx';
import type { DeskDoing, Given } from './use-desk-acts.ts';

/** Asks for what the record needs: a number, a note, or how much goes back and why. */
export function ActDialog(props: { doing: DeskDoing; onClose: () => void; onDone: (given: Given) => void }) {
  const { t, currency } = useWords();
  const { item, act } = props.doing;
  const words = t.desk;
  const digits = minorDigits(currency);
  const refund = act === 'refund';
  const [text, setText] = useState(refund ? words.reasonGiven : '');
  const [sum, setSum] = useState(plainAmount(item.amount, digits));
  const [tried, setTried] = useState(false);
  const amount = parseMinor(sum, digits);
  const textFault = text.trim() === '' ? words.ask.missing : null;
  const sumFault = amount.ok && amount.value > 0 ? null : words.ask.amountWrong;
  const go = () => {
    setTried(true);
    if (textFault || (refund && sumFault)) return;
    props.onDone({ text: text.trim(), amount: amount.ok ? amount.value : (item.amount satisfies Minor) });
  };
  useKeys({ modal: true, keys: { confirm: go, back: props.onClose } });
  return (
    <Dialog
      title={act === 'note' ? words.addNote : words.acts[act]}
      onClose={props.onClose}
      actions={
        <>
          <Button tone="main" act="confirm" onPress={go}>
            {t.common.confirm}
          </Button>
          <Button act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p>{words.means[item.reason]}</p>
      {refund && (
        <Field
          label={words.ask.amount}
          inputMode="decimal"
          value={sum}
          maxLength={14}
          error={tried ? sumFault : null}
          onChange={setSum}
        />
      )}
      <Field
        label={words.ask[asked(act)]}
        autoFocus
        value={text}
        maxLength={refund ? 40 : act === 'found-paid' ? 64 : 200}
        error={tried ? textFault : null}
        onChange={setText}
      />
    </Dialog>
  );
}

function asked(act: DeskDoing['act']): 'provider' | 'unpaid' | 'verified' | 'reason' | 'note' {
  switch (act) {
    case 'found-paid':
      return 'provider';
    case 'found-unpaid':
      return 'unpaid';
    case 'verified':
      return 'verified';
    case 'refund':
      return 'reason';
    default:
      return 'note';
  }
}
