import { useEffect, useMemo, useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { codeEntry, PinEntry, pinEntry } from '../../input/pin-entry.tsx';
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
  const staff = useMemo(() => (setup?.staff ?? noStaff).filter(each => !each.blocked), [setup]);
  const signIn = useCommand('session.signIn', { quiet: true });
  const badge = useCommand('session.badge', { quiet: true });
  const pin = useEntry(pinEntry);
  const code = useEntry(codeEntry);
  /** The PIN was right, and the owner's second step is to come. */
  const [rightPin, setRightPin] = useState<string | null>(null);
  const entry = rightPin === null ? pin : code;
  const locks = useLocks();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<Sentence | null>(null);
  const [checking, setChecking] = useState(false);
  const chosen = staff.find(each => each.id === chosenId) ?? staff[0];
  const lockedFor = chosen ? locks.secondsLeft(chosen.id) : 0;

  useEffect(() => {
    if (entry.text !== '') setFault(null);
  }, [entry.text]);

  const startAgain = () => {
    pin.clear();
    code.clear();
    setRightPin(null);
    setFault(null);
  };
  const choose = (id: string) => {
    setChosen(id);
    startAgain();
  };
  const move = (by: number) => {
    const at = staff.findIndex(each => each.id === chosen?.id);
    const next = staff[(at + by + staff.length) % staff.length];
    if (next) choose(next.id);
  };
  const enter = async () => {
    if (!chosen || checking || lockedFor > 0) return;
    const typed = rightPin ?? pin.read();
    const short = rightPin === null ? typed.length < pinLengthMin : code.read().length < codeEntry.lengthMax;
    if (!chosen.pinLost && short) {
      setFault(rightPin === null ? t.session.pinShort : t.session.codeShort);
      return;
    }
    setChecking(true);
    const answer = await signIn({
      staff: chosen.id,
      ...(!chosen.pinLost && { pin: typed }),
      ...(rightPin !== null && { code: code.read() }),
    });
    setChecking(false);
    entry.clear();
    if (answer.ok) return;
    if (answer.refusal.code === 'pin-locked') {
      startAgain();
      locks.lock(chosen.id, answer.refusal.params.seconds);
    } else if (answer.refusal.code === 'code-needed') setRightPin(typed);
    else setFault(explain(answer.refusal, t, format));
  };
  const scanned = async (text: string) => {
    const answer = await badge({ text });
    if (!answer.ok) setFault(explain(answer.refusal, t, format));
  };
  useKeys({
    entry,
    scan: text => void scanned(text),
    keys: {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      Escape: startAgain,
      Enter: () => void enter(),
    },
  });

  const said = lockedFor > 0 ? t.session.locked(lockedFor) : fault;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_440px] gap-3 p-3">
        <section className="flex min-h-0 flex-col gap-6 overflow-auto px-5 py-8">
          <div>
            <h1 className="text-hero font-semibold">{t.session.who}</h1>
            {staff.some(each => each.hasBadge) && (
              <p className="mt-1 text-lead text-muted">{t.session.orBadge}</p>
            )}
          </div>
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
            ) : rightPin !== null ? (
              <Notice title={t.session.codeWanted.what}>{t.session.codeWanted.todo}</Notice>
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
              entry={entry}
              open={rightPin !== null}
              label={
                checking
                  ? t.session.checking
                  : rightPin === null
                    ? t.session.pinOf(chosen.name)
                    : t.session.codeOf(chosen.name)
              }
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
