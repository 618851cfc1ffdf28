import { useEffect, useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { PinEntry, pinEntry } from '../../input/pin-entry.tsx';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { StaffCards } from './staff-cards.tsx';
import { useLocks } from './use-locks.ts';

const pinLengthMin = 4;
const noStaff: readonly StaffCard[] = [];

/** Who is at the till, proved by a PIN. Arrows choose, digits type, Enter signs in. */
export function SignInScreen() {
  const { t, format } = useWords();
  const setup = useLive('setup.state');
  const staff = setup?.staff ?? noStaff;
  const signIn = useCommand('session.signIn', { quiet: true });
  const pin = useEntry(pinEntry);
  const locks = useLocks();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<Sentence | null>(null);
  const [checking, setChecking] = useState(false);
  const chosen = staff.find(each => each.id === chosenId) ?? staff[0];
  const lockedFor = chosen ? locks.secondsLeft(chosen.id) : 0;

  useEffect(() => {
    if (pin.text !== '') setFault(null);
  }, [pin.text]);

  const choose = (id: string) => {
    setChosen(id);
    pin.clear();
    setFault(null);
  };
  const move = (by: number) => {
    const at = staff.findIndex(each => each.id === chosen?.id);
    const next = staff[(at + by + staff.length) % staff.length];
    if (next) choose(next.id);
  };
  const enter = async () => {
    if (!chosen || checking || lockedFor > 0) return;
    if (!chosen.pinLost && pin.read().length < pinLengthMin) {
      setFault(t.session.pinShort);
      return;
    }
    setChecking(true);
    const answer = await signIn({ staff: chosen.id, ...(chosen.pinLost ? {} : { pin: pin.read() }) });
    setChecking(false);
    pin.clear();
    if (answer.ok) return;
    if (answer.refusal.code === 'pin-locked') locks.lock(chosen.id, answer.refusal.params.seconds);
    else setFault(explain(answer.refusal, t, format));
  };
  useKeys({
    entry: pin,
    keys: {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      Escape: pin.clear,
      Enter: () => void enter(),
    },
  });

  const said = lockedFor > 0 ? t.session.locked(lockedFor) : fault;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_440px] gap-3 p-3">
        <section className="flex min-h-0 flex-col gap-6 overflow-auto px-5 py-8">
          <h1 className="text-hero font-semibold">{t.session.who}</h1>
          <StaffCards staff={staff} chosen={chosen?.id} onChoose={choose} />
        </section>
        <Panel className="flex min-h-0 flex-col justify-end gap-4 p-5">
          <div className="flex flex-1 flex-col justify-end gap-3">
            {said ? (
              <Notice tone={lockedFor > 0 ? 'amber' : 'red'} title={said.what}>
                {said.todo}
              </Notice>
            ) : chosen?.pinLost ? (
              <Notice tone="amber" title={t.session.pinLost.what}>
                {t.session.pinLost.todo}
              </Notice>
            ) : (
              setup?.demoPin && <Notice title={t.session.demoPin(setup.demoPin)} />
            )}
          </div>
          {chosen?.pinLost && (
            <Button tone="main" size="tender" keyName="Enter" onPress={() => void enter()}>
              {t.session.withoutPin}
            </Button>
          )}
          {chosen && !chosen.pinLost && (
            <PinEntry
              entry={pin}
              label={checking ? t.session.checking : t.session.pinOf(chosen.name)}
              onEnter={() => void enter()}
              roomy
            />
          )}
        </Panel>
      </div>
      <Legend
        keys={[
          { keyName: '← →', label: t.session.chooseKeys, onPress: () => move(1) },
          { keyName: 'Enter', label: t.session.signIn, onPress: () => void enter() },
        ]}
      />
    </main>
  );
}
