import { useRef } from 'react';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button } from '../../kit/button.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { type Step, type StepName, useSteps } from '../../live/getting-started.ts';
import { useCommand, useLivePart } from '../../live/index.tsx';
import { AddPerson } from './add-person.tsx';
import { StepRow } from './step-row.tsx';
import { useHiring } from './use-hiring.ts';

const none: readonly Step[] = [];

/** What makes a till ready for its first day, a step at a time in any order; each can be left for later. */
export function GettingStartedScreen() {
  const { t } = useWords();
  const words = t.gettingStarted;
  const steps = useSteps() ?? none;
  const items = useLivePart('catalog.state', state => state.items) ?? 0;
  const hiring = useHiring();
  const box = useRef<HTMLInputElement>(null);
  const acts = useActs(() => box.current?.focus());
  const leave = () => goTo(null);
  useKeys({
    entry: useNumberChoice(Object.fromEntries(steps.map(({ name }, at) => [at + 1, acts[name]]))),
    // Enter in the name's box belongs to it.
    keys: { back: leave, confirm: hiring.name === '' ? leave : hiring.add },
  });
  return (
    <Page
      title={words.title}
      measure="rows"
      note={words.note(steps.filter(({ done }) => done).length, steps.length)}
      legend={[
        { act: 'back', label: t.common.back, onPress: leave },
        { act: 'confirm', label: words.start, onPress: leave },
      ]}
    >
      <Panel className="flex h-full flex-col overflow-auto px-6 py-2">
        <ol className="flex flex-1 flex-col">
          {steps.map(({ name, done }, at) => (
            <StepRow
              key={name}
              name={name}
              done={done}
              said={name === 'staff' ? hiring.said : null}
              have={name === 'prices' && done ? words.inList(items) : null}
            >
              {name === 'staff' ? (
                <AddPerson hiring={hiring} box={box} plainKey={`${at + 1}`} />
              ) : (
                <Button plainKey={`${at + 1}`} className="w-52" onPress={acts[name]}>
                  {name === 'prices' && done ? words.importAgain : words.steps[name].act}
                </Button>
              )}
            </StepRow>
          ))}
        </ol>
        <Button tone="main" size="tender" act="confirm" className="mt-2 mb-2 self-end px-8" onPress={leave}>
          {words.start}
        </Button>
      </Panel>
    </Page>
  );
}

/** What each step's button does. `toName` brings the cursor to the name of whoever is to be added. */
function useActs(toName: () => void): Readonly<Record<StepName, () => void>> {
  const { t } = useWords();
  const test = useCommand('printing.test');
  const begin = useCommand('practice.begin');
  const back = { next: 'getting-started' } as const;
  return {
    prices: () => goTo('catalog', back),
    staff: toName,
    print: async () => {
      if ((await test({})).ok) toast({ tone: 'plain', title: t.devices.testSent });
    },
    practise: () => {
      toast({ tone: 'plain', title: t.practice.opening });
      void begin({});
    },
    printer: () => goTo('settings', back),
    codes: () => goTo('settings', back),
  };
}
