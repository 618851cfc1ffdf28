import { openPractice } from '../../gateway/pay/practice.ts';
import { scenarioTable } from '../../gateway/pay/scenario-table.ts';
import type { Chance } from './chance.ts';
import type { Timeline } from './timeline.ts';
import { fairWeather, type Weather } from './weather.ts';

/** When every story begins, on the provider's clock. */
export const beginsAt = Date.UTC(2026, 10, 27, 1, 0, 0);

/**
 * What customers' codes bring about. 0041 is left out: closed, confirmed as closed, and paid three seconds
 * later all the same, which Jeepay never tells to anybody who asks; only a notice or a statement shows it,
 * and this till reads neither.
 */
export const leftOut = '0041';
const suffixes = scenarioTable.map(({ suffix }) => suffix).filter(suffix => suffix !== leftOut);
/** Half of the customers just pay. */
const ordinary = 0.5;

const heads = { wechat: '13', alipay: '28', unionpay: '620' } as const;

export type Provider = ReturnType<typeof openProvider>;

/** The practice provider in memory. Customers and provider take their times, by chance a little more or less of them. */
export function openProvider(timeline: Timeline, chance: Chance, { hurry }: Weather = fairWeather) {
  const [least, most] = hurry;
  const practice = openPractice({
    wallMs: () => beginsAt + Math.floor(timeline.now()),
    monotonicMs: () => Math.floor(timeline.now()),
    after: (delayMs, run) => timeline.after(delayMs * (least + chance.rng() * (most - least)), run),
  });
  const codes: string[] = [];
  return {
    ...practice,
    /** Every code that has been shown. */
    codes: codes as readonly string[],
    /** A customer opens a wallet: a fresh code, and what will come of it. */
    newCode(): string {
      const suffix = chance.happens(ordinary) ? '0000' : chance.pick(suffixes);
      const head = heads[chance.pick(['wechat', 'alipay', 'unionpay'] as const)];
      const code = `${head}${String(chance.whole(1, 899_999_999_999)).padStart(12, '0')}${suffix}`;
      codes.push(code);
      practice.show(code);
      return code;
    },
  };
}
