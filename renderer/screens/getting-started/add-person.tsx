import type { RefObject } from 'react';
import { Button } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import type { PlainKey } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';
import { type Hiring, nameMax } from './use-hiring.ts';

/** A cashier by name alone: the till makes the PIN, which then stands where the sentence stood. */
export function AddPerson(props: {
  hiring: Hiring;
  box: RefObject<HTMLInputElement | null>;
  plainKey: PlainKey;
}) {
  const { hiring, box } = props;
  const { t } = useWords();
  const words = t.gettingStarted;
  const add = () => {
    hiring.add();
    // Digits choose the next step again.
    box.current?.blur();
  };
  return (
    <Form onEnter={add} className="flex items-center gap-2">
      <input
        ref={box}
        aria-label={words.staffName}
        placeholder={words.staffName}
        value={hiring.name}
        maxLength={nameMax}
        onChange={event => hiring.rename(event.target.value)}
        className="h-12 w-44 rounded-till border-2 border-edge bg-surface px-3"
      />
      <Button plainKey={props.plainKey} className="w-52" disabled={hiring.name.trim() === ''} onPress={add}>
        {words.steps.staff.act}
      </Button>
    </Form>
  );
}
