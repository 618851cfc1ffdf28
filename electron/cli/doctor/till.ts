import type { BackupsView } from '../../../shared/contract/backups.ts';
import type { DeviceHealth, SetupView } from '../../../shared/contract/setup.ts';
import type { SyncView } from '../../../shared/contract/syncing.ts';
import type { AnswerOf, OutputOf, WatchName } from '../../../shared/contract/words.ts';
import type { FindingState } from '../../../shared/i18n/cli.ts';
import type { OpenTill } from '../open-till.ts';
import type { Finding } from './finding.ts';

/** How long devices get to say how they are. */
const devicesWaitMs = 5_000;

/** What the till says of itself, once it is open: setup, goods, journal, devices, gateway, secrets. */
export async function lookAtTill(till: OpenTill): Promise<readonly Finding[]> {
  const setup = await whenSo(till, 'setup.state', settled, devicesWaitMs);
  const sync = await whenSo(till, 'syncing.state', () => true, devicesWaitMs);
  const catalogue = await whenSo(till, 'catalog.state', () => true, devicesWaitMs);
  const backups = await whenSo(till, 'backups.state', () => true, devicesWaitMs);
  const verified = await till.query('syncing.verify', {});
  return [
    { name: 'till', state: 'good', found: { runs: till.runs, problem: 'none', reason: '' } },
    {
      name: 'setup',
      state: setup.firstRun ? 'warning' : 'good',
      found: { done: !setup.firstRun, training: setup.training !== 'no' },
    },
    { name: 'catalogue', state: catalogue.items > 0 ? 'good' : 'warning', found: { items: catalogue.items } },
    ...journalFindings(verified),
    {
      name: 'device-process',
      state: answers(setup) ? 'good' : 'bad',
      found: { answers: answers(setup) },
    },
    { name: 'printer', state: stateOf(setup.health.printer), found: foundOf(setup.health.printer) },
    { name: 'scanner', state: stateOf(setup.health.scanner), found: foundOf(setup.health.scanner) },
    gateway(till, sync),
    backup(backups),
    vault(setup),
  ];
}

/** What a watch answers once it is so, or what it answered last when the time is up. */
function whenSo<Name extends WatchName>(
  till: OpenTill,
  word: Name,
  isSo: (view: OutputOf<Name>) => boolean,
  waitMs: number,
): Promise<OutputOf<Name>> {
  return new Promise((resolve, reject) => {
    let last: AnswerOf<Name> | undefined;
    const end = () => {
      clearTimeout(timer);
      stop();
      if (last?.ok) resolve(last.value);
      else reject(new Error(last?.refusal.code ?? 'no answer'));
    };
    const timer = setTimeout(end, waitMs);
    const stop = till.watch(word, answer => {
      last = answer;
      if (!answer.ok || isSo(answer.value)) queueMicrotask(end);
    });
  });
}

const settled = (setup: SetupView): boolean =>
  [setup.health.printer, setup.health.scanner].every(
    each => each.state === 'ready' || each.state === 'trouble',
  );

/** The printer is always configured, so a device process that lives has said something about it. */
const answers = ({ health: { printer } }: SetupView): boolean =>
  printer.state !== 'absent' && printer.reason !== 'host-lost';

const stateOf = ({ state }: DeviceHealth): FindingState =>
  state === 'ready' ? 'good' : state === 'connecting' ? 'warning' : 'bad';
const foundOf = ({ state, reason }: DeviceHealth) => ({ state, reason: reason ?? '' });

function journalFindings(verified: AnswerOf<'syncing.verify'>): readonly Finding[] {
  if (!verified.ok) throw new Error(verified.refusal.code);
  const { rows, fault, projections } = verified.value;
  const differing = projections.filter(each => !each.same).map(each => each.table);
  return [
    {
      name: 'journal',
      state: fault ? 'bad' : 'good',
      found: { rows, faultSeq: fault?.seq ?? 0, how: fault?.how ?? '' },
    },
    {
      name: 'tables',
      state: differing.length > 0 ? 'bad' : 'good',
      found: { count: projections.length, differing: differing.join(', ') },
    },
  ];
}

function vault({ vault: kind, staff }: SetupView): Finding {
  const pinsLost = staff.filter(each => each.pinLost).length;
  const state = pinsLost > 0 ? 'bad' : kind === 'weak' ? 'warning' : 'good';
  return { name: 'vault', state, found: { kind, pinsLost } };
}

function gateway({ runs }: OpenTill, sync: SyncView): Finding {
  const { gateway: url, waitingSales, setAside } = sync;
  const shut = runs === 'here' && url !== null;
  const uneasy =
    sync.link === 'offline' || sync.link === 'degraded' || setAside.length > 0 || (shut && waitingSales > 0);
  return {
    name: 'gateway',
    state: uneasy ? 'warning' : 'good',
    found: {
      link: shut ? 'till-shut' : sync.link,
      url: url ?? '',
      reason: sync.reason ?? '',
      waitingSales,
      setAside: setAside.length,
    },
  };
}

/** A warning at most: what is sold is safe on this disk all the same. */
function backup({ folder, last, failed }: BackupsView): Finding {
  return {
    name: 'backup',
    state: last && !failed ? 'good' : 'warning',
    found: {
      folder: last?.elsewhere ? '' : folder,
      file: last?.file ?? '',
      at: last?.at ?? 0,
      rows: last?.rows ?? 0,
      why: failed?.why ?? '',
    },
  };
}
