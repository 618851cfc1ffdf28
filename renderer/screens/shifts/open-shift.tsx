import { useState } from 'react';
import type { DrawerView, ShiftDesk } from '../../../shared/contract/shifts.ts';
import { zero } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { useSignOut } from '../../app/sign-out.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useKeys } from '../../input/keys.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { ClockDialog } from './clock-dialog.tsx';
import { CountDesk, canEnter, swapCounting } from './count-desk.tsx';
import { OpeningTrouble } from './opening-trouble.tsx';
import { OtherShifts } from './other-shifts.tsx';
import { useCount } from './use-count.ts';
import { useDrawerNames } from './use-drawer-names.ts';
import { useOpening } from './use-opening.ts';

/** Before the first sale: what is in the drawer. */
export function OpenShiftScreen() {
  const desk = useLive('shifts.desk');
  return desk ? <OpenShift desk={desk} /> : <Awaited />;
}

function OpenShift({ desk }: { desk: ShiftDesk }) {
  const { t, format } = useWords();
  const words = t.shifts.open;
  const may = useLive('session.current')?.permissions.includes('open-shift') ?? false;
  const signOut = useSignOut();
  const count = useCount();
  const [chosen, setChosen] = useState<string | null>(null);
  const [listing, setListing] = useState(false);
  const drawer = drawerOf(desk, chosen);
  const opening = useOpening(count, drawer);
  const help = useScreenHelp(words.go, t.shifts.openHelp);
  const { left } = drawer;
  const nameOf = useDrawerNames();
  const name = nameOf(drawer.drawer) ?? words.theDrawer;

  const enter = () => {
    if (count.next() || !may || drawer.shift !== null) return;
    void opening.open(false);
  };
  const asLast = left
    ? () => count.fill({ amount: left.amount, ...(left.faces ? { faces: left.faces } : {}) })
    : undefined;
  const fromNothing = () => count.fill({ amount: zero });
  const others = desk.others.length > 0 ? () => setListing(true) : undefined;
  const change = (by: number) => {
    const at = desk.drawers.indexOf(drawer) + by + desk.drawers.length;
    setChosen(desk.drawers[at % desk.drawers.length]!.drawer);
  };
  const several = desk.drawers.length > 1;
  useKeys({
    entry: count.entry,
    keys: {
      confirm: enter,
      back: count.clear,
      'choice-1': asLast,
      'choice-2': fromNothing,
      swap: () => swapCounting(count),
      recall: others,
      more: () => goTo('more'),
      lock: () => void signOut(),
      up: () => count.step(-1),
      down: () => count.step(1),
      left: several ? () => change(-1) : undefined,
      right: several ? () => change(1) : undefined,
    },
  });

  const busy = opening.busy || !may || drawer.shift !== null;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <CountDesk
        title={words.ask}
        ask={words.why}
        label={several ? `${words.float} · ${words.drawer(name)}` : words.float}
        count={count}
        act={words.go}
        onEnter={enter}
        busy={busy}
        trouble={
          <OpeningTrouble
            may={may}
            name={name}
            drawer={drawer}
            counted={count.amount}
            fault={opening.fault}
          />
        }
      >
        <div className="flex flex-wrap gap-3">
          {left && asLast && (
            <Button
              act="choice-1"
              onPress={asLast}
              note={words.asLastNote(format.amount(left.amount), left.by, format.dayTime(left.at))}
              className="min-w-72 py-2"
            >
              {words.asLast}
            </Button>
          )}
          <Button act="choice-2" onPress={fromNothing} className="min-w-64 py-2">
            {words.nothing}
          </Button>
          {others && (
            <Button tone="amber" act="recall" onPress={others} className="min-w-64 py-2">
              {t.shifts.others.key(desk.others.length)}
            </Button>
          )}
          {several && (
            <Button
              plainKey="← →"
              onPress={() => change(1)}
              note={words.nextDrawer}
              className="min-w-64 py-2"
            >
              {words.drawer(name)}
            </Button>
          )}
        </div>
      </CountDesk>
      <Legend
        keys={[
          help.key,
          ...(asLast
            ? [{ act: 'choice-1' as const, label: words.asLast, onPress: asLast, spare: true }]
            : []),
          ...(others
            ? [{ act: 'recall' as const, label: t.shifts.others.key(desk.others.length), onPress: others }]
            : []),
          {
            act: 'confirm',
            label: count.at === null ? words.go : t.shifts.count.next,
            onPress: enter,
            hidden: busy || !canEnter(count),
          },
          { act: 'more', label: t.more.title, onPress: () => goTo('more') },
          { act: 'lock', label: t.selling.keys.lock, onPress: () => void signOut() },
        ]}
      />
      {help.sheet}
      {listing && <OtherShifts others={desk.others} onClose={() => setListing(false)} />}
      {opening.clock && (
        <ClockDialog said={opening.clock} onTrust={() => void opening.open(true)} onClose={opening.forget} />
      )}
    </main>
  );
}

/** The chosen drawer, else the first that is free, else the usual one. */
const drawerOf = ({ drawers }: ShiftDesk, chosen: string | null): DrawerView =>
  drawers.find(each => each.drawer === chosen) ?? drawers.find(each => each.shift === null) ?? drawers[0]!;
