import type { CartView } from '../../shared/contract/selling.ts';
import { type Row, type Times, timesOf } from './measure.ts';
import type { BenchTill } from './rig.ts';

const p50GoalMs = 8;

export type ScanTimes = { readonly lines: number; readonly scan: Times };

/**
 * From the scan's word to the cart that the screen would paint, on a cart of `lines` lines: durable write,
 * pricing of the whole cart and the view of it. What the screen adds is one frame.
 */
export async function timeScans(
  till: BenchTill,
  codes: readonly string[],
  lines: number,
  count: number,
): Promise<ScanTimes> {
  const { hands, core, env } = till;
  for (const text of codes.slice(0, lines)) await hands.say('selling.scan', { text, from: 'keyboard' });
  const end = new AbortController();
  const views = core.watch('selling.cart', {}, { kind: 'page' }, end.signal)[Symbol.asyncIterator]();
  await views.next();
  const samples: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const text = codes[place % lines]!;
    const began = performance.now();
    void core.submit(
      { id: env.newId(), word: 'selling.scan', input: { text, from: 'keyboard' } },
      { kind: 'page' },
    );
    await views.next();
    samples.push(performance.now() - began);
  }
  const last = views.next();
  end.abort();
  await last;
  const { id: cart } = (await hands.see('selling.cart')) satisfies CartView;
  await hands.say('selling.voidCart', { cart, reason: 'other' });
  return { lines, scan: timesOf(samples) };
}

export function scanRow({ lines, scan }: ScanTimes, goods: number): Row {
  return {
    name: `scan to cart view in the core, ${lines}-line cart, ${goods} goods`,
    goal: `p50 <= ${p50GoalMs} ms: what one frame leaves of 25 ms`,
    met: scan.p50 <= p50GoalMs,
    measured: { lines, scan },
    said: `p50 ${scan.p50}, p95 ${scan.p95}, p99 ${scan.p99}, max ${scan.max} ms`,
  };
}
