import { heldSalesMax, uplinkPaths } from '../../shared/domain/uplink.ts';
import type { GatewayEnv } from '../env.ts';
import { type Reply, type Route, refuse, reply } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { questionLimit } from './limit.ts';

/** A till takes no more at once; a sale that is larger is refunded where it was sold. */
const answerBytesMax = 250_000;

/** Answers enrolled tills what is held of a receipt, whichever till printed it; none is an answer too. */
export function saleRoutes(store: Store, env: GatewayEnv): readonly Route[] {
  const mayAsk = questionLimit(env);
  return [
    {
      method: 'GET',
      path: uplinkPaths.sale(':receipt'),
      admits: 'till',
      handle: async ({ till, params }) =>
        mayAsk(till) ? tell(store, params.receipt ?? '') : refuse(429, 'too-often'),
    },
  ];
}

async function tell(store: Store, receipt: string): Promise<Reply> {
  const answer = reply({ sales: await store.sales(receipt, heldSalesMax) });
  // Not shortened: a till that was told of one sale of two would take the wrong one for the only one.
  return Buffer.byteLength(answer.body) > answerBytesMax ? refuse(422, 'too-large') : answer;
}
