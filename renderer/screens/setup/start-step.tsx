import { countries } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button, keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Draft } from './draft.ts';

export type Start = 'demo' | 'own';

/** Two big choices: look around in the demo shop, or bring the own price list. Keys 1 and 2. */
export function StartStep(props: {
  draft: Draft;
  starting: boolean;
  onStart: (how: Start) => Promise<void>;
  onBack: () => void;
}) {
  const { t } = useWords();
  const words = t.setup.first;
  const start = (how: Start) => void props.onStart(how);
  useKeys({ entry: useNumberChoice({ 1: () => start('demo'), 2: () => start('own') }) });
  const fiscal = countries[props.draft.country].fiscal;
  return (
    <div className="flex flex-1 flex-col gap-6">
      <div className="grid grid-cols-2 gap-4" aria-busy={props.starting}>
        <BigChoice plainKey="1" title={words.demo} note={words.demoNote} onPress={() => start('demo')} />
        <BigChoice
          plainKey="2"
          title={words.own}
          note={fiscal ? words.ownFiscalNote : words.ownNote}
          onPress={() => start('own')}
        />
      </div>
      <div className="mt-auto flex items-center justify-between">
        <Button size="tender" act="back" onPress={props.onBack}>
          {words.back}
        </Button>
        <p role="status" className="text-lead text-muted">
          {props.starting ? words.starting : ''}
        </p>
      </div>
    </div>
  );
}

function BigChoice(props: { plainKey: string; title: string; note: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={props.onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="flex min-h-56 flex-col gap-3 rounded-till border-2 border-line bg-surface p-6 text-left hover:border-accent active:bg-accent-soft"
    >
      <span className="flex w-full items-center justify-between gap-3">
        <span className="text-title font-semibold text-accent">{props.title}</span>
        <KeyCap>{props.plainKey}</KeyCap>
      </span>
      <span className="text-lead break-keep wrap-anywhere text-muted">{props.note}</span>
    </button>
  );
}
