import { batchBytesMax, headHeader, uplinkPaths } from '../../shared/domain/uplink.ts';
import type { GatewayEnv } from '../env.ts';
import { type Reply, type Route, refuse, reply } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { checkBatch } from './check.ts';
import { checkHead } from './head.ts';
import { judge } from './judge.ts';

/** Takes tills' journals in, and tells how far each one got. */
export function journalRoutes(store: Store, env: GatewayEnv): readonly Route[] {
  return [
    {
      method: 'POST',
      path: uplinkPaths.journal,
      admits: 'till',
      bodyBytesMax: batchBytesMax,
      handle: ({ till, json, request }) => ingest(store, env, till, json, request.header(headHeader)),
    },
    {
      method: 'GET',
      path: uplinkPaths.state(':till'),
      admits: 'till',
      handle: async ({ till, params }) => {
        if (params.till !== till) return refuse(403, 'not-allowed');
        return reply((await store.state(till)) ?? { epoch: null, ackedThrough: 0, head: null, signed: null });
      },
    },
  ];
}

/** Answers only when the store's COMMIT is on disk: what is acknowledged here exists. */
async function ingest(
  store: Store,
  env: GatewayEnv,
  till: string,
  json: unknown,
  headText: string | undefined,
): Promise<Reply> {
  const checked = checkBatch(json);
  if (!checked.ok) return refuse(422, checked.refusal.reason, { seq: checked.refusal.seq ?? null });
  const batch = checked.value;
  if (batch.till !== till) return refuse(403, 'not-allowed');
  const head = checkHead(headText, batch);
  if (!head.ok) return refuse(422, head.refusal.reason, { seq: head.refusal.seq ?? null });
  const { epoch, first, last } = batch;
  const taken = await store.take(
    { till, epoch, first, last, receivedAt: env.wallMs(), head: head.value },
    known => judge(batch, known),
  );
  if (taken.kind === 'accepted') {
    const { ackedThrough, setAside } = taken;
    if (setAside.length > 0) env.log('warn', 'journal.set-aside', { till, epoch, count: setAside.length });
    return reply({ ackedThrough, setAside });
  }
  env.log('warn', `journal.${taken.kind}`, { till, epoch, first, seq: taken.seq });
  if (taken.kind === 'refused') return refuse(422, taken.reason, { seq: taken.seq });
  return refuse(409, taken.kind, { seq: taken.seq });
}
