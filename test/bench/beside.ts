import path from 'node:path';
import { startPracticeGateway } from '../../electron/host/practice-gateway.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import type { Hands } from '../../tools/demo/hands.ts';
import { asCsv, listGoods } from './goods.ts';
import { takePriceList } from './rig.ts';

/** What a till may be doing behind the cashier's back. */
export const besides = ['sync', 'import', 'backup'] as const;
export type Beside = (typeof besides)[number];

/** Ends the work; false where it had run out before, and what was measured beside it was not beside it. */
export type EndBeside = () => Promise<boolean>;

const listRows = 100_000;
/** How many lines the cart has meanwhile: the first goods of the list, one of each. */
export const linesBeside = 200;

/** Starts work that goes on until it is ended. `goods`: how many are on the till's list. */
export const beginBeside = (
  what: Beside,
  till: { readonly hands: Hands; readonly data: string; readonly goods: number },
): Promise<EndBeside> | EndBeside => ways[what](till);

const ways: Readonly<
  Record<Beside, (till: Parameters<typeof beginBeside>[1]) => Promise<EndBeside> | EndBeside>
> = {
  sync: async ({ hands, data }) => {
    const gateway = await startPracticeGateway(path.join(data, 'gateway'));
    await hands.say('syncing.enrol', { url: gateway.url, code: gateway.code });
    return async () => {
      const { waitingRows } = await hands.see('syncing.state');
      await gateway.stop();
      return waitingRows > 0;
    };
  },
  import: ({ hands, goods }) => {
    const list = listGoods(Math.min(goods, listRows), seededRng(1));
    // Not what is on the cart: at another price the next scan of it is a line of its own, and the cart gets too long.
    const [onCart, others] = [list.slice(0, linesBeside), list.slice(linesBeside)];
    const dearer = (cents: number) => [
      ...onCart,
      ...others.map(each => ({ ...each, price: (Number(each.price) + cents / 100).toFixed(2) })),
    ];
    // Two lists in turn, or there would be nothing to write; made before, for it is no work of the till's.
    const files = [1, 2].map(cents => Buffer.from(asCsv(dearer(cents))));
    return again(round => takePriceList({ hands }, files[round % 2]!, `bench-beside-${round}`));
  },
  backup: ({ hands }) =>
    again(async () => {
      await hands.say('backups.make', {});
    }),
};

/** One round after the other; the last one is finished. */
function again(work: (round: number) => Promise<void>): EndBeside {
  let ended = false;
  const rounds = (async () => {
    for (let round = 1; !ended; round += 1) await work(round);
  })();
  return async () => {
    ended = true;
    await rounds;
    return true;
  };
}
