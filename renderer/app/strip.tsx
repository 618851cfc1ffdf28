import '../kit/chinese-words.ts';
import { type ReactNode, useState } from 'react';
import type { DeviceHealth, SetupView } from '../../shared/contract/setup.ts';
import type { SyncView } from '../../shared/contract/syncing.ts';
import { keepFocus } from '../kit/button.tsx';
import { KeyCap } from '../kit/key-cap.tsx';
import { Money } from '../kit/money.tsx';
import { type ChipTone, StatusChip } from '../kit/status-chip.tsx';
import { useNow } from '../kit/use-now.ts';
import { useWords } from '../kit/words.tsx';
import { useLink, useLive, useLivePart, useUnanswered } from '../live/index.tsx';
import { HomeChip } from '../screens/home/index.tsx';
import { useLastChange } from './last-change.ts';
import { DeskChip, ParkedChip } from './payment-chips.tsx';
import { hasHelp, RouteHelp } from './route-help.tsx';
import { useSignOut } from './sign-out.ts';
import type { StripProps } from './status-strip.tsx';
import { StripBar } from './strip-bar.tsx';

/** The state of the world, top right on every screen; who and where, top left; and F1 for the screens that leave it to the shell. */
export function Strip({ route }: StripProps) {
  const { t } = useWords();
  const [help, setHelp] = useState<string | null>(null);
  const helped = hasHelp(route, t.screenHelp) ? route : null;
  return (
    <>
      <StripBar>
        <State trading={route === 'counter'} onHelp={helped ? () => setHelp(helped) : undefined} />
      </StripBar>
      {helped && (
        <RouteHelp
          key={helped}
          route={helped}
          shown={help === helped}
          onShow={shown => setHelp(shown ? helped : null)}
        />
      )}
    </>
  );
}

function State({ trading, onHelp }: { trading: boolean; onHelp: (() => void) | undefined }) {
  const setup = useLive('setup.state');
  const sync = useLive('syncing.state');
  return (
    <>
      {/* Where there is little room, the state of the world keeps its own. */}
      <div className="flex min-w-0 flex-1 items-center gap-5 overflow-hidden max-[1200px]:gap-3">
        <Where setup={setup} trading={trading} />
        {trading && <Trade />}
      </div>
      {/* Practice has a band of its own. */}
      {setup && setup.training !== 'no' && setup.training !== 'practice' && <Training />}
      <HomeChip />
      <DeskChip />
      <WireChip />
      {setup && !setup.firstRun && sync && <SyncChip sync={sync} />}
      {setup && !setup.firstRun && <Devices setup={setup} />}
      {onHelp && <Help onPress={onHelp} />}
      <Clock />
    </>
  );
}

function Help({ onPress }: { onPress: () => void }) {
  const { t, cap } = useWords();
  return (
    <button
      type="button"
      onClick={onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="flex min-h-12 items-center gap-2 rounded-till px-2 whitespace-nowrap active:bg-sunk"
    >
      <KeyCap>{cap('help')}</KeyCap>
      {t.selling.keys.help}
    </button>
  );
}

const Strong = ({ children }: { children: ReactNode }) => (
  <b className="font-semibold text-ink">{children}</b>
);

function Where({ setup, trading }: { setup: SetupView | undefined; trading: boolean }) {
  const { t } = useWords();
  const staff = useLive('session.current')?.staff;
  if (!setup || setup.firstRun) return <Strong>{t.common.product}</Strong>;
  const { name, branch } = setup.shop;
  return (
    <>
      <span className="min-w-0 shrink-[9] truncate">
        <Strong>{branch ? `${name} · ${branch}` : name}</Strong>
      </span>
      <span className="whitespace-nowrap max-[1200px]:hidden">{t.common.till(setup.till.label)}</span>
      {staff && (
        <span className={`whitespace-nowrap ${trading ? '' : 'max-[1200px]:ml-2'}`}>
          {trading ? <Switch name={staff.name} /> : <Strong>{staff.name}</Strong>}
        </span>
      )}
    </>
  );
}

/** Who is at the till; a press locks it for whoever comes next, but not in front of a customer who is paying. */
function Switch({ name }: { name: string }) {
  const { t } = useWords();
  const signOut = useSignOut();
  const isFree = useLivePart('selling.cart', cart => cart.mode !== 'paying') ?? false;
  if (!isFree) return <Strong>{name}</Strong>;
  return (
    <button
      type="button"
      aria-label={`${name}: ${t.selling.keys.lock}`}
      onClick={() => void signOut()}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="min-h-12 rounded-till px-2 whitespace-nowrap active:bg-sunk"
    >
      <Strong>{name}</Strong> <span aria-hidden>⇄</span>
    </button>
  );
}

function Trade() {
  const { t, format } = useWords();
  const shift = useLive('shifts.current');
  const held = useLivePart('selling.cart', cart => cart.heldCarts) ?? 0;
  const change = useLastChange();
  return (
    <>
      {shift && (
        <span className="whitespace-nowrap max-[1300px]:hidden">
          {t.common.onShift(format.time(shift.openedAt))}
        </span>
      )}
      {held > 0 && (
        <span className="whitespace-nowrap">
          {t.common.held} <Strong>{held}</Strong>
        </span>
      )}
      <ParkedChip />
      {change !== null && (
        <span className="whitespace-nowrap">
          {t.common.lastChange}{' '}
          <Strong>
            <Money amount={change} bare />
          </Strong>
        </span>
      )}
    </>
  );
}

const Training = () => (
  <span className="rounded-full border border-amber px-3 py-0.5 whitespace-nowrap text-amber">
    {useWords().t.common.training}
  </span>
);

/** Says nothing while all is well; while the core is away, how much will be caught up. */
function WireChip() {
  return useLink() === 'reconnecting' ? <Reconnecting /> : null;
}

function Reconnecting() {
  const { t } = useWords();
  const unanswered = useUnanswered();
  return (
    <StatusChip tone="waiting" title={t.common.reconnectingDetail}>
      {t.common.reconnecting(unanswered)}
    </StatusChip>
  );
}

function SyncChip({ sync }: { sync: SyncView }) {
  const { t, format } = useWords();
  switch (sync.link) {
    case 'not-enrolled':
      return <StatusChip tone="idle">{t.common.link.notEnrolled}</StatusChip>;
    case 'connecting':
      return <StatusChip tone="idle">{t.common.link.connecting}</StatusChip>;
    case 'online':
      return <StatusChip tone="ok">{t.common.link.online}</StatusChip>;
    case 'degraded':
      return <StatusChip tone="waiting">{t.common.link.degraded(sync.waitingSales)}</StatusChip>;
    case 'offline':
      return (
        <StatusChip tone="waiting">
          {t.common.link.offline(format.time(sync.since), sync.waitingSales)}
        </StatusChip>
      );
  }
}

const deviceTones: Readonly<Record<DeviceHealth['state'], ChipTone>> = {
  absent: 'idle',
  connecting: 'waiting',
  ready: 'ok',
  trouble: 'trouble',
};

function Devices({ setup }: { setup: SetupView }) {
  const { t } = useWords();
  const chip = (name: string, { state }: DeviceHealth) => (
    <StatusChip tone={deviceTones[state]} title={`${name}: ${t.common.device[state]}`}>
      {name}
    </StatusChip>
  );
  return (
    <>
      {chip(t.common.printer, setup.health.printer)}
      {chip(t.common.scanner, setup.health.scanner)}
    </>
  );
}

const clockEveryMs = 5000;

function Clock() {
  const { t, format } = useWords();
  const now = useNow(clockEveryMs);
  return (
    <time title={t.common.clock} className="font-semibold text-ink">
      {format.time(now)}
    </time>
  );
}
