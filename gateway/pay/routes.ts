import { z } from 'zod';
import type { Env } from '../../shared/env.ts';
import { type Call, type Reply, type Route, refuse, reply } from '../http/route.ts';
import { codeSheet } from './code-sheet.ts';
import { faultKinds, faultsMax } from './faults.ts';
import { type JeepayPath, jeepayPaths } from './jeepay/provider.ts';
import type { Outcome } from './outcome.ts';
import { openPractice, type Practice } from './practice.ts';
import type { World } from './wallets.ts';

/** Under which the protocols hang; a till is set up with this behind the gateway’s address. */
export const jeepayBase = '/pay/jeepay';
const codeSheetPath = '/pay/sheet';
const simPath = '/pay/__sim';
const jeepayBytesMax = 16_384;
const faultsBytesMax = 65_536;
const delayMaxMs = 120_000;

/**
 * Practice payments over real HTTP: the protocols for tills, a sheet of payment codes for people, and the
 * insides for the operator. A reset begins with an empty ledger; what was on its way ends on the old one.
 */
export function payRoutes(env: World & Pick<Env, 'randomBytes'>): readonly Route[] {
  let practice = openPractice(env);
  const carryOut = async (path: JeepayPath, { request }: Call): Promise<Reply> => {
    const outcome = practice.jeepay(path, request.body.toString('utf8'));
    if (outcome.delayMs > 0) await new Promise<void>(done => void env.after(outcome.delayMs, done));
    return asReply(outcome);
  };
  return [
    ...jeepayPaths.map(path => ({
      method: 'POST' as const,
      path: `${jeepayBase}${path}`,
      admits: 'anyone' as const,
      bodyBytesMax: jeepayBytesMax,
      rawBody: true as const,
      handle: (call: Call) => carryOut(path, call),
    })),
    {
      method: 'GET',
      path: codeSheetPath,
      admits: 'anyone',
      handle: async () => codeSheet(env.randomBytes),
    },
    {
      method: 'GET',
      path: `${simPath}/ledger`,
      admits: 'operator',
      handle: async () => reply(books(practice)),
    },
    {
      method: 'POST',
      path: `${simPath}/faults`,
      admits: 'operator',
      bodyBytesMax: faultsBytesMax,
      handle: async ({ json }) => addFaults(practice, json),
    },
    {
      method: 'POST',
      path: `${simPath}/reset`,
      admits: 'operator',
      bodyBytesMax: 2,
      handle: async () => {
        practice = openPractice(env);
        return reply({});
      },
    },
  ];
}

function asReply(outcome: Outcome): Reply {
  if (outcome.does === 'drop') return { status: 200, type: 'application/json', body: '', breaks: 'before' };
  const { status, type, body } = outcome;
  return { status, type, body, ...(outcome.does === 'cut' && { breaks: 'within' as const }) };
}

const books = ({ ledger, faults }: Practice) => ({
  orders: ledger.accounts().map(account => ({ ...account, net: account.captured - account.refunded })),
  entries: ledger.entries().map(entry => ({ ...entry })),
  faults: faults().map(fault => ({ ...fault })),
});

const Faults = z
  .array(
    z.strictObject({
      path: z.enum(jeepayPaths as [JeepayPath, ...JeepayPath[]]),
      nth: z.int().min(1).default(1),
      kind: z.enum(faultKinds),
      delayMs: z.int().min(0).max(delayMaxMs).default(0),
      status: z.int().min(400).max(599).default(502),
    }),
  )
  .max(faultsMax);

function addFaults(practice: Practice, json: unknown): Reply {
  const read = Faults.safeParse(json);
  if (!read.success) return refuse(422, 'malformed');
  practice.addFaults(read.data);
  return reply({ waiting: practice.faults().length });
}
