import { goTo, type Place } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive, useLivePart } from '../../live/index.tsx';
import { leftToDo, type ToDo } from './left-to-do.ts';

const places: Readonly<Record<Exclude<ToDo, 'practise'>, Place>> = {
  prices: 'catalog',
  staff: 'settings',
  printer: 'settings',
  codes: 'settings',
};
const acts = ['choice-1', 'choice-2', 'choice-3', 'choice-4', 'choice-5'] as const;
const hideAct = 'choice-6';

/** What is left to set up, calmly, for whoever may do it; gone when it is done, or when it is sent away. */
export function Checklist() {
  const setup = useLive('setup.state');
  const items = useLivePart('catalog.state', state => state.items);
  const takesCodes = useLivePart(
    'paying.state',
    state => state.codes.can || state.codes.why !== 'no-channel',
  );
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  if (!may || !setup || items === undefined || takesCodes === undefined) return null;
  const left = leftToDo({ items, takesCodes, setup });
  return left.length === 0 ? null : <Left left={left} />;
}

function Left({ left }: { left: readonly ToDo[] }) {
  const { t, cap } = useWords();
  const change = useCommand('setup.change');
  const begin = useCommand('practice.begin');
  const hide = () => void change({ setting: 'checklist-hidden', value: true });
  const act = (todo: ToDo) => () => {
    if (todo !== 'practise') return goTo(places[todo]);
    toast({ tone: 'plain', title: t.practice.opening });
    void begin({});
  };
  useKeys({
    keys: { ...Object.fromEntries(left.map((todo, index) => [acts[index]!, act(todo)])), [hideAct]: hide },
  });
  return (
    <Panel className="flex shrink-0 items-center gap-2 px-3 py-2 text-legend">
      <h2 className="mr-1 shrink-0 font-semibold">{t.home.setup.title}</h2>
      <ul className="grid min-w-0 flex-1 auto-cols-fr grid-flow-col gap-2">
        {left.map((todo, index) => (
          <li key={todo} className="grid">
            <button
              type="button"
              title={t.home.setup[todo].why}
              onClick={act(todo)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className="flex min-h-12 items-center justify-between gap-1.5 rounded-till border border-line px-2.5 text-left leading-tight active:bg-accent-soft"
            >
              {t.home.setup[todo].name}
              <KeyCap>{cap(acts[index]!)}</KeyCap>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={hide}
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        className="flex min-h-12 shrink-0 items-center gap-1.5 rounded-till px-2 text-muted active:bg-sunk"
      >
        <KeyCap>{cap(hideAct)}</KeyCap>
        {t.home.setup.hide}
      </button>
    </Panel>
  );
}
