import type { Exchange } from '../../electron/channels/channel.ts';
import { jeepay } from '../../electron/channels/jeepay/channel.ts';
import { Core } from '../../electron/core/core.ts';
import { refuse, systemActor } from '../../electron/core/feature.ts';
import { journalHead } from '../../electron/core/journal.ts';
import { Outbox } from '../../electron/core/outbox.ts';
import { Session } from '../../electron/core/session.ts';
import type { WriteDb } from '../../electron/db/open.ts';
import { payingFeature } from '../../electron/features/paying/feature.ts';
import { sellingFeature } from '../../electron/features/selling/feature.ts';
import { sessionFeature } from '../../electron/features/session/feature.ts';
import { setupFeature } from '../../electron/features/setup/feature.ts';
import { shiftsFeature } from '../../electron/features/shifts/feature.ts';
import { identityOf } from '../../electron/host/identity.ts';
import { software } from '../../electron/host/software.ts';
import type { Env } from '../../shared/env.ts';
import { shortPriceList as catalog } from './goods.ts';

/** Sealing and PINs cost a real till milliseconds on purpose; here they cost nothing. */
const openly = { seal: async (text: string) => text, open: async (sealed: string) => sealed };
const plainPins = {
  hash: async (pin: string) => pin,
  verify: async (hash: string, pin: string) => hash === pin,
};
/** Everybody signs in by PIN here. */
const noBadges = {
  badgeDigest: async (text: string) => text,
  badgeMatches: () => false,
  makeCodes: async () => ({ uri: '', sealed: '' }),
  stepOf: async () => null,
};

/** Nothing comes back here. */
const noRefunds = { refund: () => undefined, returned: () => undefined, credit: () => undefined };

export type SimTill = { readonly core: Core; start(): Promise<void> };

/** Moments of a question to the provider at which a till can die; each returns, or throws. */
export type AskMoments = { readonly begun: () => void; readonly answered: () => void };

/**
 * The till as `boot.ts` puts it together, without what no payment depends on: devices, printing, uplink and
 * a price list of more than three goods. Core, outbox, journal, session, the counter, shifts, paying and the
 * Jeepay channel are the real ones.
 */
export function openTill(db: WriteDb, env: Env, exchange: Exchange, moments: AskMoments): SimTill {
  const identity = identityOf(db, env);
  const core = new Core({ db, env, identity });
  const { parts } = core;
  const setup = setupFeature(parts, {
    tillId: identity.till,
    practice: false,
    hashPin: plainPins.hash,
    pinLost: () => false,
    lockedSeconds: staff => staffed.lockedSeconds(staff),
    catalog: () => catalog,
    signedIn: () => session.staff?.id ?? null,
    ...noBadges,
    vaultKind: () => 'key-file',
    health: () => ({ printer: absent, scanner: absent }),
    changed: () => {},
    practised: () => false,
    keepSlide: async () => '',
  });
  const shifts = shiftsFeature(parts, {
    setup: setup.reads,
    selling: () => selling.reads,
    payments: () => paying.reads,
    refunds: () => noRefunds,
    localTime,
    software: 'simulated',
  });
  const selling = sellingFeature(parts, {
    catalog,
    // Nobody adds goods here, and prices stay.
    keeper: { add: () => refuse('code-not-retail', {}), bringForward: () => {} },
    setup: setup.reads,
    shifts: shifts.reads,
    payments: () => paying.scans,
    badges: () => staffed.scans,
    clock: { localTime, dayStart: date => Date.parse(date) },
    // Nobody looks at quick keys here.
    tickets: () => ({ salesIn: () => [] }),
  });
  const session = new Session(env, setup.reads.isSetUp);
  const paying = payingFeature(parts, {
    selling: selling.reads,
    setup: setup.reads,
    shifts: shifts.reads,
    link: { isOnline: () => true },
    catalog,
    refunds: () => noRefunds,
    identity,
    channels: { kinds: [jeepay], hands: { env, exchange }, ...openly },
  });
  const outbox = new Outbox(
    parts,
    paying.runners.map(runner => ({
      ...runner,
      run: (effect, settle) =>
        runner.run(effect, {
          ...settle,
          begin: apply => {
            settle.begin(apply);
            moments.begun();
          },
          done: apply => {
            moments.answered();
            settle.done(apply);
          },
        }),
    })),
  );
  const staffed = sessionFeature(parts, {
    session,
    setup: setup.reads,
    payments: () => paying.scans,
    verifyPin: plainPins.verify,
    ...noBadges,
  });
  core.open([setup.feature, staffed.feature, shifts.feature, selling.feature, paying.feature], session, () =>
    outbox.wake(),
  );
  return {
    core,
    start: async () => {
      if (journalHead(db).seq === 0)
        parts.act(systemActor, tx => tx.record('epoch-started', { reason: 'first-start', software }));
      await paying.start(false);
      outbox.start();
    },
  };
}

const absent = { state: 'absent', reason: null } as const;

/** Always noon: business days are not what is tried here. */
const localTime = (atMs: number) => ({
  date: new Date(atMs).toISOString().slice(0, 10),
  hour: 12,
  minute: 0,
});
