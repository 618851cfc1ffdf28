import { useState } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import type { CashKind } from './use-cash-moves.ts';

type ReasonProps = {
  readonly kind: CashKind;
  /** Null where nothing but the drawer moves. */
  readonly amount: Minor | null;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
};

const reasonMax = 40;

/** Why cash moves: one of a short list by its number, or in a person's own words. Choosing it books the move. */
export function CashReason(props: ReasonProps) {
  const { t } = useWords();
  const { kind, amount } = props;
  const [typing, setTyping] = useState(false);
  return (
    <>
      <Panel className="p-4">
        <p className="text-legend text-muted">{t.cash.kinds[kind].name}</p>
        {amount !== null && <Money amount={amount} className="text-due font-[650]" />}
        <p className="mt-1 text-lead">{t.cash.reason}</p>
      </Panel>
      {typing ? <TypedReason {...props} /> : <ListedReasons {...props} onType={() => setTyping(true)} />}
    </>
  );
}

function ListedReasons({ kind, busy, onReason, onType }: ReasonProps & { onType: () => void }) {
  const { t } = useWords();
  const reasons = t.cash.reasons[kind];
  useKeys({
    entry: useNumberChoice({
      ...Object.fromEntries(reasons.map((reason, index) => [index + 1, () => onReason(reason)])),
      0: onType,
    }),
  });
  return (
    <>
      {reasons.map((reason, index) => (
        <Button
          key={reason}
          size="tender"
          plainKey={`${index + 1}`}
          disabled={busy}
          onPress={() => onReason(reason)}
        >
          {reason}
        </Button>
      ))}
      <Button plainKey="0" onPress={onType}>
        {t.cash.typed}
      </Button>
    </>
  );
}

function TypedReason({ busy, onReason }: ReasonProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const reason = text.trim();
  const enter = () => {
    if (reason !== '') onReason(reason);
  };
  useKeys({ keys: { confirm: enter } });
  return (
    <>
      <Field label={t.cash.typedLabel} value={text} maxLength={reasonMax} autoFocus onChange={setText} />
      <Button tone="main" size="tender" act="confirm" disabled={busy || reason === ''} onPress={enter}>
        {t.common.confirm}
      </Button>
    </>
  );
}
