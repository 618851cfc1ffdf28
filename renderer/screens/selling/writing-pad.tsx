import { useState } from 'react';
import { LetterPad } from '../../kit/letter-pad.tsx';
import { Numpad, type PadKey } from '../../kit/numpad.tsx';
import { PadButton } from '../../kit/pad-button.tsx';
import { useWords } from '../../kit/words.tsx';

/** Words for the finger: letters, and figures one press away, for names have both (`500ml`). */
export function WritingPad({ onKey }: { onKey: (key: PadKey) => void }) {
  const { t } = useWords();
  const [figures, setFigures] = useState(false);
  const Pad = figures ? Numpad : LetterPad;
  return (
    <div className="flex flex-col gap-1.5">
      <Pad enterLabel={t.common.padEnter} backLabel={t.common.delete} onKey={onKey} />
      <PadButton
        soft
        label={t.selling.padTurn[figures ? 'letters' : 'figures']}
        onPress={() => setFigures(!figures)}
      >
        {figures ? 'ABC' : '123'}
      </PadButton>
    </div>
  );
}
