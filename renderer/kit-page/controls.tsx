import { useState } from 'react';
import { Button, type ButtonTone } from '../kit/button.tsx';
import { Choice } from '../kit/choice.tsx';
import { Field } from '../kit/field.tsx';
import { Form } from '../kit/form.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { LetterPad } from '../kit/letter-pad.tsx';
import { Numpad } from '../kit/numpad.tsx';
import { Select } from '../kit/select.tsx';
import { useWords } from '../kit/words.tsx';
import { Piece } from './piece.tsx';

const tones: readonly ButtonTone[] = ['main', 'plain', 'quiet', 'strong', 'amber', 'danger'];
const sizes = ['normal', 'tender'] as const;
const nothing = () => {};

/** Each tone in each size: plain, with its key and a note, and when it can't be pressed. */
export function Buttons() {
  const { t } = useWords();
  return (
    <Piece title="Button">
      {sizes.map(size => (
        <div key={size} className="grid grid-cols-3 gap-2 max-[1200px]:grid-cols-2">
          {tones.flatMap(tone => [
            <Button key={tone} tone={tone} size={size} onPress={nothing}>
              {tone}
            </Button>,
            <Button key={`${tone}-key`} tone={tone} size={size} act="pay" note={size} onPress={nothing}>
              {t.common.confirm}
            </Button>,
            <Button key={`${tone}-off`} tone={tone} size={size} act="hold" disabled onPress={nothing}>
              {t.common.cancel}
            </Button>,
          ])}
        </div>
      ))}
    </Piece>
  );
}

export function Fields() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [faulty, setFaulty] = useState('12');
  return (
    <Piece title="Field, Form">
      <Form onEnter={nothing} className="flex flex-col gap-3">
        <Field label="empty" placeholder={t.selling.searchHint} value={text} onChange={setText} />
        <Field label="hint" hint={t.selling.quantityHint} value="3" onChange={nothing} />
        <Field label="error" error={t.selling.quantityHint} value={faulty} onChange={setFaulty} />
        <Field label="password" type="password" value="1234" onChange={nothing} />
        <Field label="disabled" disabled value="1-000001" onChange={nothing} />
      </Form>
    </Piece>
  );
}

export function Choices() {
  const { t } = useWords();
  const [chosen, choose] = useState<'light' | 'dark' | 'contrast' | null>('light');
  const { theme } = t.common;
  const options = (['light', 'dark', 'contrast'] as const).map(value => ({ value, label: theme[value] }));
  return (
    <Piece title="Choice, Select">
      <Choice label="one of three" columns={3} value={chosen} options={options} onChange={choose} />
      <Choice
        label="none chosen, with notes"
        columns={1}
        value={null}
        options={options.map(option => ({ ...option, note: t.selling.emptyDetail }))}
        onChange={choose}
      />
      <Select label="select" value="dark" options={options} onChange={nothing} />
      <Select label="needed" needed="needed" small value="dark" options={options} onChange={nothing} />
      <Select label="wanting" value="light" wanting options={options} onChange={nothing} />
      <Select label="disabled" value="contrast" disabled options={options} onChange={nothing} />
    </Piece>
  );
}

export function Pads() {
  const { t } = useWords();
  const words = { enterLabel: t.common.padEnter, backLabel: t.common.delete, onKey: nothing };
  return (
    <Piece title="Numpad, LetterPad, KeyCap">
      <Numpad sign="*" {...words} />
      <Numpad plain {...words} />
      <LetterPad {...words} />
      <p className="flex gap-3 bg-accent p-3 text-accent-ink">
        <KeyCap>F9</KeyCap>
        <KeyCap inverse>F9</KeyCap>
      </p>
    </Piece>
  );
}
