import { useMemo } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { PinEntry } from '../../input/pin-entry.tsx';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { usePractising } from '../../live/tills.tsx';
import { StaffCards } from './staff-cards.tsx';
import { useSignIn } from './use-sign-in.ts';

const noStaff: readonly StaffCard[] = [];

/** Who is at the till, proved by a PIN or a badge. Arrows choose, digits type, Enter signs in. */
export function SignInScreen() {
  const { t } = useWords();
  const setup = useLive('setup.state');
  const practising = usePractising();
  const staff = useMemo(() => (setup?.staff ?? noStaff).filter(each => !each.blocked), [setup]);
  const { chosen, entry, checking, wantsCode, lockedFor, said, ...signing } = useSignIn(staff);
  useKeys({
    entry,
    scan: signing.scanned,
    keys: {
      left: () => signing.move(-1),
      right: () => signing.move(1),
      up: () => signing.move(-1),
      down: () => signing.move(1),
      back: signing.startAgain,
      confirm: signing.enter,
    },
  });

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="mx-auto grid min-h-0 w-full max-w-[1100px] flex-1 grid-cols-[minmax(0,1fr)_440px] grid-rows-[minmax(0,1fr)] gap-3 p-3">
        <section className="flex min-h-0 flex-col gap-6 overflow-auto px-5 py-8">
          <div>
            <h1 className="text-hero font-semibold">{t.session.who}</h1>
            {staff.some(each => each.hasBadge) && (
              <p className="mt-1 text-lead text-muted">{t.session.orBadge}</p>
            )}
          </div>
          <StaffCards staff={staff} chosen={chosen?.id} onChoose={signing.choose} />
        </section>
        <Panel className="flex max-h-full flex-col gap-4 self-start overflow-auto p-5">
          {chosen && !chosen.pinLost && (
            <PinEntry
              entry={entry}
              open={wantsCode}
              label={
                checking
                  ? t.session.checking
                  : wantsCode
                    ? t.session.codeOf(chosen.name)
                    : t.session.pinOf(chosen.name)
              }
              onEnter={signing.enter}
              enterLabel={t.session.signIn}
              roomy
            />
          )}
          {/* Under the pad, where it can come and go without moving a key. */}
          {said ? (
            <Notice tone={lockedFor > 0 ? 'amber' : 'red'} title={said.what}>
              {said.todo}
            </Notice>
          ) : chosen?.pinLost ? (
            <Notice tone="amber" title={t.session.pinLost.what}>
              {t.session.pinLost.todo}
            </Notice>
          ) : wantsCode ? (
            <Notice title={t.session.codeWanted.what}>{t.session.codeWanted.todo}</Notice>
          ) : (
            setup?.demoPin && (
              <Notice title={(practising ? t.practice.pin : t.session.demoPin)(setup.demoPin)} />
            )
          )}
          {chosen?.pinLost && (
            <Button tone="main" size="tender" act="confirm" onPress={signing.enter}>
              {t.session.withoutPin}
            </Button>
          )}
        </Panel>
      </div>
      <Legend
        keys={[
          { plainKey: '← ↑ ↓ →', label: t.session.chooseKeys, onPress: () => signing.move(1) },
          { act: 'confirm', label: t.session.signIn, onPress: signing.enter },
        ]}
      />
    </main>
  );
}
