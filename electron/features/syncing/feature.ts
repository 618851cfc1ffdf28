import { refusal } from '../../../shared/contract/refusals.ts';
import type { GatewayProof, SyncView, VerifyReport, WaitingRow } from '../../../shared/contract/syncing.ts';
import type { JournalFault, JournalHead, SignedHead } from '../../../shared/domain/journal-head.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, type Refusal, refuse } from '../../core/feature.ts';
import { journalHead } from '../../core/journal.ts';
import type { LinkReads, OtherTills, SetupReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import type {
  Enrolment,
  HeldHead,
  SettingsFault,
  Uplink,
  UplinkHands,
  UplinkSettings,
} from '../../uplinks/uplink.ts';
import { Drain } from './drain.ts';
import { Link } from './link.ts';
import { otherTills } from './other-tills.ts';
import { enrolment, lastSaleAt, newestSale, saveEnrolment, setAsideRows } from './state.ts';

export type SyncingPorts = {
  readonly till: string;
  readonly setup: SetupReads;
  readonly openUplink: (settings: UplinkSettings, hands: UplinkHands) => Result<Uplink, SettingsFault>;
  readonly keys: {
    /** A new signing key, and the same sealed for the database. */
    make(): Promise<{ readonly sealed: string; readonly hands: UplinkHands }>;
    /** Undefined where the key was sealed on another machine. */
    open(sealed: string): Promise<UplinkHands | undefined>;
  };
  readonly verify: (gateway: HeldHead | Exclude<GatewayProof, 'agrees' | 'differs'>) => Promise<VerifyReport>;
  /** The till's word for where its journal stood. */
  readonly signHead: (head: JournalHead) => SignedHead;
  readonly journalFault: () => JournalFault | null;
};

type EnrolInput = { readonly url: string; readonly code: string; readonly fingerprint?: string | undefined };
type Enrolled =
  | { readonly refused: Refusal }
  | { readonly gateway: string; readonly sealed: string; readonly uplink: Uplink };

export type Syncing = {
  readonly feature: Feature<'syncing'>;
  readonly reads: LinkReads;
  readonly others: OtherTills;
  /** Takes up the enrolment the database knows of, and begins to send. */
  start(): Promise<void>;
  wake(): void;
  stop(): void;
};

/** The journal's way to the gateway: enrolment, the line's state, what waits, what was set aside. */
export function syncingFeature(parts: FeatureParts, ports: SyncingPorts): Syncing {
  const { db } = parts;
  const link = new Link(parts);
  const drain = new Drain(parts, ports.till, link, ports.signHead);
  const waiting = new Waiting(db);
  /** Over a line of its own: a till that is shut has no other. */
  const askGateway = async (): Promise<HeldHead | 'not-enrolled' | 'unreachable'> => {
    if (!enrolment(db)) return 'not-enrolled';
    const uplink = await openEnrolled(db, ports);
    if (!uplink?.ok) return 'unreachable';
    const held = await uplink.value.head();
    uplink.value.close();
    return held ?? 'unreachable';
  };
  const feature: Feature<'syncing'> = {
    family: 'syncing',
    prepare: { enrol: input => enrol(input, ports) },
    commands: {
      enrol: (input, tx, prepared) => {
        const result = prepared as Enrolled | undefined;
        if (!result) return refuse('gateway-unreachable', { reason: 'unknown' });
        if ('refused' in result) return no(result.refused);
        saveEnrolment(tx, {
          gateway: result.gateway,
          url: input.url,
          fingerprint: input.fingerprint ?? null,
          sealed_key: result.sealed,
        });
        tx.record('gateway-enrolled', { gateway: result.gateway, url: input.url });
        // Sending starts after this transaction, with the row it has written.
        tx.committed(() => parts.env.after(0, () => drain.use(result.uplink)));
        return ok({ gateway: result.gateway });
      },
      sendNow: () => {
        drain.sendNow();
        return ok({});
      },
    },
    queries: {
      waiting: ({ limit }) => {
        const acked = enrolment(db)?.acked_through ?? 0;
        return ok(waitingRows(parts, acked, limit));
      },
      verify: async ({ gateway }) => ok(await ports.verify(gateway ? await askGateway() : 'not-asked')),
    },
    watches: { state: { topics: ['sync'], read: () => syncView(parts, ports, link, waiting) } },
    tables: [],
    project: {},
    react: {},
  };
  return {
    feature,
    reads: { isOnline: () => link.isOnline },
    others: otherTills(ports.till, () => drain.uplink),
    start: async () => {
      if (!enrolment(db)) return;
      const uplink = await openEnrolled(db, ports);
      if (uplink?.ok) drain.use(uplink.value);
      else link.becomes('offline', uplink ? uplink.refusal : 'key-lost');
    },
    wake: () => drain.wake(),
    stop: () => drain.stop(),
  };
}

/** The uplink that the database knows of; undefined where there is none, or its key is lost. */
async function openEnrolled(
  db: ReadDb,
  ports: SyncingPorts,
): Promise<Result<Uplink, SettingsFault> | undefined> {
  const row = enrolment(db);
  const hands = row && (await ports.keys.open(row.sealed_key));
  if (!hands) return undefined;
  const { url, fingerprint, gateway } = row;
  return ports.openUplink({ url, fingerprint, till: ports.till, gateway }, hands);
}

/** The whole conversation with the gateway happens before the transaction; only its result goes in. */
async function enrol(input: EnrolInput, ports: SyncingPorts): Promise<Enrolled> {
  const { sealed, hands } = await ports.keys.make();
  const opened = ports.openUplink(
    { url: input.url, fingerprint: input.fingerprint ?? null, till: ports.till, gateway: null },
    hands,
  );
  if (!opened.ok) return { refused: settingsRefusal(opened.refusal) };
  const answer: Enrolment = await opened.value.enrol({
    code: input.code,
    label: ports.setup.settings().tillLabel,
  });
  if (answer.kind === 'enrolled') return { gateway: answer.gateway, sealed, uplink: opened.value };
  opened.value.close();
  const code = answer.kind === 'refused' ? 'gateway-refused' : 'gateway-unreachable';
  return { refused: refusal(code, { reason: answer.reason }) };
}

const settingsRefusal = (fault: SettingsFault): Refusal =>
  fault === 'plain-http-only-on-this-machine'
    ? refusal('gateway-not-secure', {})
    : refusal('gateway-refused', { reason: fault });

/** How many sales wait. Sales and acknowledgements only ever go on, so each sale is walked over once. */
class Waiting {
  readonly #db: ReadDb;
  #ackedThrough = 0;
  #lastSale = 0;

  constructor(db: ReadDb) {
    this.#db = db;
  }

  sales(ackedThrough: number): number {
    // Another gateway starts from nothing.
    if (ackedThrough < this.#ackedThrough) this.#lastSale = 0;
    this.#ackedThrough = ackedThrough;
    this.#lastSale = lastSaleAt(this.#db, ackedThrough, this.#lastSale);
    return newestSale(this.#db) - this.#lastSale;
  }
}

function syncView({ db }: FeatureParts, ports: SyncingPorts, link: Link, waiting: Waiting): SyncView {
  const row = enrolment(db);
  const acked = row?.acked_through ?? 0;
  return {
    ...link.view,
    gateway: row?.url ?? null,
    waitingRows: row ? Math.max(0, journalHead(db).seq - acked) : 0,
    waitingSales: row ? waiting.sales(acked) : 0,
    lastSentAt: row?.sent_at ?? null,
    setAside: setAsideRows(db),
    journalFault: ports.journalFault(),
  };
}

function waitingRows({ db }: FeatureParts, acked: number, limit: number): WaitingRow[] {
  const rows = db.all<{ seq: number; at: number; kind: string; title: string | null }>(
    `SELECT seq, at, kind, body ->> '$.sale.receipt' AS title FROM journal WHERE seq > ? ORDER BY seq LIMIT +?`,
    [acked, limit],
  );
  return rows.map(row => ({ ...row, title: row.title ?? '' }));
}
