import { useEffect, useState } from 'react';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import type { Suspect } from '../../../shared/domain/shift/detective.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';
import { ExplainDialog } from './explain-dialog.tsx';

/** What could explain a difference, the likeliest first, each with what to look at; and F8 to say what it was. */
export function Suspects(props: { shift: ShiftId; onExplained?: () => void }) {
  const { t, format } = useWords();
  const words = t.suspects;
  const suspects = useSuspects(props.shift);
  const [explaining, setExplaining] = useState(false);
  const explain = () => setExplaining(true);
  useKeys({ keys: { 'choice-2': explain } });
  if (!suspects) return null;
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lead font-semibold">{words.title}</h2>
        <Button act="choice-2" onPress={explain}>
          {words.explain}
        </Button>
      </div>
      {suspects.length === 0 && <Notice title={words.none}>{words.noneTodo}</Notice>}
      <ol className="flex flex-col gap-2">
        {suspects.map(suspect => {
          const { what, todo } = words.causes[suspect.cause](suspect, format);
          return (
            <li key={`${suspect.cause} ${suspect.about} ${suspect.at}`} className="border-b border-line pb-2">
              <p>{what}</p>
              <p className="text-legend text-muted">{todo}</p>
            </li>
          );
        })}
      </ol>
      {explaining && (
        <ExplainDialog
          shift={props.shift}
          suspects={suspects}
          onClose={() => setExplaining(false)}
          onExplained={() => {
            setExplaining(false);
            props.onExplained?.();
          }}
        />
      )}
    </section>
  );
}

function useSuspects(shift: ShiftId): readonly Suspect[] | null {
  const ask = useQuery('shifts.suspects');
  const [suspects, setSuspects] = useState<readonly Suspect[] | null>(null);
  useEffect(() => {
    let current = true;
    void ask({ shift }).then(answer => {
      if (current && answer.ok) setSuspects(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask, shift]);
  return suspects;
}
