import { memo } from 'react';
import type { PadKey } from './numpad.tsx';
import { PadButton } from './pad-button.tsx';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Letters for the finger, in the order of the alphabet: initials find goods, on a till without a keyboard too. */
export const LetterPad = memo(function LetterPad(props: {
  onKey: (key: PadKey) => void;
  enterLabel: string;
  backLabel: string;
}) {
  const { onKey, enterLabel, backLabel } = props;
  return (
    <div className="grid grid-cols-7 grid-rows-4 gap-1.5">
      {letters.map(char => (
        <PadButton key={char} onPress={() => onKey({ kind: 'char', char })}>
          {char.toUpperCase()}
        </PadButton>
      ))}
      <PadButton label={backLabel} soft onPress={() => onKey({ kind: 'back' })}>
        ⌫
      </PadButton>
      <PadButton strong onPress={() => onKey({ kind: 'enter' })}>
        {enterLabel}
      </PadButton>
    </div>
  );
});
