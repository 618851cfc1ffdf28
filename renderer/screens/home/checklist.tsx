import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useSteps } from '../../live/getting-started.ts';
import { useCommand } from '../../live/index.tsx';

/** That something is left to set up, calmly, for whoever may do it; gone when it is done, or when it is sent away. */
export function Checklist() {
  const steps = useSteps();
  const done = steps?.filter(step => step.done).length ?? 0;
  return steps === null || done === steps.length ? null : <Left done={done} of={steps.length} />;
}

function Left({ done, of }: { done: number; of: number }) {
  const { t } = useWords();
  const words = t.gettingStarted;
  const change = useCommand('setup.change');
  const look = () => goTo('getting-started');
  const hide = () => void change({ setting: 'checklist-hidden', value: true });
  useKeys({ keys: { 'choice-1': look, 'choice-2': hide } });
  return (
    <Panel className="flex shrink-0 items-center gap-4 px-5 py-2">
      <h2 className="min-w-0 flex-1 font-semibold">{words.onHome(done, of)}</h2>
      <Button act="choice-1" onPress={look}>
        {words.look}
      </Button>
      <Button act="choice-2" onPress={hide}>
        {words.hide}
      </Button>
    </Panel>
  );
}
