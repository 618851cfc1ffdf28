import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Country, countries } from '../../shared/contract/setup.ts';
import { looksLikeBadge } from '../../shared/domain/badge.ts';
import { cleanScan } from '../../shared/domain/codes.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import { openClient } from '../channels/client.ts';
import { channels } from '../channels/registry.ts';
import { Core } from '../core/core.ts';
import { systemActor } from '../core/feature.ts';
import { Outbox } from '../core/outbox.ts';
import type { SetupReads } from '../core/ports.ts';
import { Session } from '../core/session.ts';
import { Checkpoints } from '../db/checkpoints.ts';
import { migrate } from '../db/migrate.ts';
import { openWriteDb, type WriteDb } from '../db/open.ts';
import { auditFeature } from '../features/audit/feature.ts';
import { backupsFeature } from '../features/backups/feature.ts';
import { catalogFeature } from '../features/catalog/feature.ts';
import { invoicingFeature } from '../features/invoicing/feature.ts';
import { payingFeature } from '../features/paying/feature.ts';
import { practiceFeature } from '../features/practice/feature.ts';
import { printingFeature } from '../features/printing/feature.ts';
import { forgetOldPapers } from '../features/printing/jobs.ts';
import { refundingFeature } from '../features/refunding/feature.ts';
import { reportsFeature } from '../features/reports/feature.ts';
import { sellingFeature } from '../features/selling/feature.ts';
import { sessionFeature } from '../features/session/feature.ts';
import { setupFeature } from '../features/setup/feature.ts';
import { shiftsFeature } from '../features/shifts/feature.ts';
import { syncingFeature } from '../features/syncing/feature.ts';
import { uplinks } from '../uplinks/registry.ts';
import { openBackups } from './backup/backups.ts';
import { openBadges } from './badges.ts';
import { ClockWatch } from './clock-watch.ts';
import { openDemo } from './demo.ts';
import { openDeviceKey } from './device-key.ts';
import { type DeviceWishes, openDevices } from './devices.ts';
import { Heads } from './heads.ts';
import { identityOf } from './identity.ts';
import { proveJournal } from './journal-proof.ts';
import { openPeppers, uplinkKeys } from './keys.ts';
import { wallClock } from './local-time.ts';
import { openOneTimeCodes } from './one-time-codes.ts';
import type { HostParts, Till } from './parts.ts';
import { openPins } from './pins.ts';
import { switchboard } from './practice/switchboard.ts';
import { openPracticeTill } from './practice/till.ts';
import { keepSlide, sweepSlides } from './slides.ts';
import { software } from './software.ts';
import { tellStart } from './tell-start.ts';
import { timeText } from './time-text.ts';
import { verifyTill } from './verify.ts';
import { openWordMakers } from './words/words.ts';
import { openWorkbooks } from './workbooks/workbooks.ts';

/**
 * Puts a till together on its data folder: the one place where real parts are chosen. Rejects where the
 * database cannot be trusted (`DatabaseNotDurable`, `MigrationFault`), before anything is sold.
 */
export async function boot(parts: HostParts): Promise<Till> {
  let db: WriteDb | undefined;
  try {
    mkdirSync(dirname(parts.paths.database), { recursive: true });
    db = openWriteDb(parts.paths.database);
    migrate(db, parts.paths.database);
    return await assemble(parts, db);
  } catch (error) {
    // People are told in a sentence; here stands what it was.
    parts.env.log('error', 'till.not-started', { error });
    db?.close();
    throw error;
  }
}

async function assemble(host: HostParts, db: WriteDb): Promise<Till> {
  const { env, paths, vault } = host;
  const identity = identityOf(db, env);
  const core = new Core({ db, env, identity });
  const parts = core.parts;
  const deviceKey = await openDeviceKey(db, vault, env.log);
  const heads = new Heads(paths.heads, { db, env, identity, key: deviceKey });
  const journal = proveJournal(db, identity.till, heads.foundAtStart, env.log, () => core.tell('sync'));
  const peppers = await openPeppers(db, vault, env.log);
  const pins = openPins(peppers);
  const badges = openBadges(peppers);
  const oneTimeCodes = openOneTimeCodes(vault, env);
  const client = openClient(env);

  const setup = setupFeature(parts, {
    tillId: identity.till,
    practice: host.practice !== undefined,
    hashPin: pins.hash,
    pinLost: pins.isLost,
    lockedSeconds: staff => signing.lockedSeconds(staff),
    catalog: () => catalog.reads,
    badgeDigest: badges.digest,
    badgeMatches: badges.matches,
    signedIn: () => session.staff?.id ?? null,
    makeCodes: oneTimeCodes.make,
    stepOf: oneTimeCodes.stepOf,
    vaultKind: () => vault.kind,
    health: () => devices.health(),
    changed: () => settingsChanged(),
    practised: () => practice.practised(),
    keepSlide: (picture, kind) => keepSlide(paths.slides, picture, kind),
  });
  const devices = openDevices(env, host.forkDevices, {
    // A serial scanner speaks for whoever is signed in, like the keyboard; to nobody it may say who comes.
    scan: text =>
      env.spawn('scan', async () => {
        const there = practising.now();
        if (there) return void (await there.core.submit(scanOf(env, text), { kind: 'page' }));
        const comes = session.staff === null && looksLikeBadge(cleanScan(text).text);
        const scan = comes ? { id: env.newId(), word: 'session.badge', input: { text } } : scanOf(env, text);
        const answer = await core.submit(scan, { kind: 'page' });
        if (answer.ok) return;
        env.log('warn', 'scan.refused', { refusal: answer.refusal.code });
        // No page waits for this answer, so it is told to whichever page looks.
        selling.scanRefused(answer.refusal);
        core.tell('moments');
      }),
    healthChanged: () => core.tell('health'),
  });
  const wordMakers = openWordMakers(env, parts.way.taken);
  const catalog = catalogFeature(
    parts,
    { workbooks: openWorkbooks(env), words: wordMakers },
    () => priceListRules(setup.reads.settings()),
    actor => setup.reads.staff(actor as StaffId)?.name ?? actor,
  );
  const shifts = shiftsFeature(parts, {
    setup: setup.reads,
    selling: () => selling.reads,
    payments: () => paying.reads,
    refunds: () => refunding.reads,
    localTime: wallClock.localTime,
    software,
  });
  const selling = sellingFeature(parts, {
    catalog: catalog.reads,
    keeper: catalog.keeper,
    setup: setup.reads,
    shifts: shifts.reads,
    payments: () => paying.scans,
    badges: () => signing.scans,
    clock: wallClock,
    tickets: () => reports.reads,
  });
  const practising = openPracticeTill(host, boot, setup.reads);
  const session = new Session(env, setup.reads.isSetUp, setup.reads.granted);
  const signing = sessionFeature(parts, {
    session,
    setup: setup.reads,
    payments: () => paying.scans,
    verifyPin: pins.verify,
    badgeMatches: badges.matches,
    stepOf: oneTimeCodes.stepOf,
  });
  const syncing = syncingFeature(parts, {
    till: identity.till,
    setup: setup.reads,
    openUplink: uplinks.https,
    keys: uplinkKeys(vault, env),
    journalFault: journal.fault,
    verify: async gateway => {
      const witnesses = {
        till: identity.till,
        key: deviceKey.publicKey,
        features,
        openHeads: () => heads.open(),
        atStart: heads.foundAtStart,
        gateway,
      };
      const report = await verifyTill(paths.database, witnesses, () => pause(env));
      const { rows, fault } = report;
      parts.act(systemActor, tx => tx.record('journal-verified', { rows, fault }));
      return journal.heard(report);
    },
    signHead: deviceKey.sign,
  });
  const paying = payingFeature(parts, {
    selling: selling.reads,
    setup: setup.reads,
    shifts: shifts.reads,
    link: syncing.reads,
    catalog: catalog.reads,
    refunds: () => refunding.reads,
    identity,
    channels: {
      kinds: host.channels?.kinds ?? channels,
      hands: { env, exchange: host.channels?.exchange ?? client.exchange },
      seal: vault.seal,
      open: vault.open,
    },
  });
  const invoicing = invoicingFeature(parts, { selling: selling.reads, catalog: catalog.reads });
  const refunding = refundingFeature(parts, {
    selling: selling.reads,
    setup: setup.reads,
    shifts: shifts.reads,
    link: syncing.reads,
    others: syncing.others,
    catalog: catalog.reads,
    payments: paying.refunds,
    invoices: invoicing.reads,
    tickets: () => reports.reads,
    localTime: wallClock.localTime,
  });
  const printing = printingFeature(parts, {
    selling: selling.reads,
    refunds: refunding.reads,
    setup: setup.reads,
    shifts: shifts.reads,
    printer: devices,
    develop: devices.develop,
    timeText,
    dateText: atMs => wallClock.localTime(atMs).date,
  });
  const backupWriter = openBackups(paths, env, parts.way.taken, () => core.tell('backups'));
  const backups = backupsFeature(parts, backupWriter);
  const reports = reportsFeature(parts, {
    setup: setup.reads,
    clock: wallClock,
    pages: printing.pages,
    timeText,
  });
  const practice = practiceFeature(parts, {
    till: practising,
    signedIn: () => session.staff?.id ?? null,
    signOut: () => session.signOut(),
    isFrozen: () => paying.scans.isFrozen(selling.reads.currentCart().id),
  });
  const features = [
    setup.feature,
    signing.feature,
    catalog.feature,
    shifts.feature,
    selling.feature,
    paying.feature,
    refunding.feature,
    printing.feature,
    invoicing.feature,
    syncing.feature,
    backups.feature,
    auditFeature(parts, { setup: setup.reads }),
    reports.feature,
    practice.feature,
  ];
  const outbox = new Outbox(parts, [printing.runner, ...paying.runners, backups.runner]);
  const clock = new ClockWatch(parts);
  const checkpoints = new Checkpoints(db, env, () => {
    core.forgetOldAnswers();
    forgetOldPapers(db);
    catalog.idle();
    heads.keep();
    reports.idle();
    selling.idle();
  });
  core.open(features, session, () => {
    checkpoints.committed();
    clock.look();
    if (host.still) return;
    outbox.wake();
    syncing.wake();
  });
  const demo = openDemo(host, core, setup.reads, catalog);
  const settingsChanged = () => {
    devices.configure(devicesOf(host, setup.reads));
    env.spawn('demo', demo.begin);
  };

  tellStart(parts, { software, heads, deviceKey });
  if (!host.still) sweepSlides(paths.slides, setup.reads.settings().slides.files);
  catalog.start();
  await paying.start(host.still ?? false);
  if (!host.still) outbox.start();
  devices.configure(devicesOf(host, setup.reads));
  if (host.demo) await demo.setUp();
  await host.practice?.fill(core);
  if (!host.still) {
    practice.start();
    await demo.begin();
    await syncing.start();
  }
  return {
    core: switchboard(core, practising.now),
    stop: async () => {
      await practising.stop();
      signing.stop();
      catalog.stop();
      reports.stop();
      selling.stop();
      syncing.stop();
      outbox.stop();
      paying.stop();
      client.close();
      devices.stop();
      checkpoints.stop();
      await demo.stop();
      await wordMakers.stop();
      await backupWriter.stop();
      heads.stop();
      db.close();
    },
  };
}

const priceListRules = ({ country, currency }: ReturnType<SetupReads['settings']>) => ({
  minorDigits: minorDigits(currency),
  taxPermille: countries[country as Country].taxPermille,
  dayStart: wallClock.dayStart,
});

/** What is to be connected: in practice neither a real printer nor its drawer, whatever anybody sets. */
const devicesOf = (host: HostParts, setup: SetupReads): DeviceWishes => {
  const { printer, scanner } = setup.settings();
  return host.practice
    ? { printer: { transport: 'virtual', paper: printer.paper }, scanner: { transport: 'keyboard' } }
    : { printer, scanner };
};

const scanOf = (env: HostParts['env'], text: string) => ({
  id: env.newId(),
  word: 'selling.scan',
  input: { text, from: 'serial' },
});

const pause = (env: HostParts['env']) => new Promise<void>(resolve => env.after(0, resolve));
