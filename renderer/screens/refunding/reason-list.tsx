import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

/** Why the goods come back, by one number key. */
export function ReasonList(props: { chosen: string | null; onChoose: (index: number) => void }) {
  const { t } = useWords();
  const words = t.refunding;
  return (
    <Panel className="p-4">
      <p className="mb-2 text-body text-muted">{words.reason}</p>
      <div className="grid grid-cols-2 gap-2">
        {words.reasons.map((reason, index) => {
          const on = reason === props.chosen;
          return (
            <button
              key={reason}
              type="button"
              aria-pressed={on}
              onClick={() => props.onChoose(index)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`flex min-h-12 items-center gap-2.5 rounded-till border-2 px-3 text-left text-body ${on ? 'border-accent bg-accent-soft font-semibold' : 'border-line bg-surface'}`}
            >
              <KeyCap>{String(index + 1)}</KeyCap>
              <span className="min-w-0 leading-tight">
                {on && '✓ '}
                {reason}
              </span>
            </button>
          );
        })}
      </div>
    </Panel>
  );
}
