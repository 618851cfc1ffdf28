import type { ChannelReply, ChannelRequest, Exchange } from '../../electron/channels/channel.ts';
import { type JeepayPath, jeepayPaths } from '../../gateway/pay/jeepay/provider.ts';
import type { Outcome } from '../../gateway/pay/outcome.ts';
import type { Cancel } from '../../shared/env.ts';
import type { Chance } from './chance.ts';
import type { Provider } from './provider.ts';
import type { Timeline } from './timeline.ts';
import { fairWeather, type Weather } from './weather.ts';

/** Under this address the till knows the provider. */
export const providerAddress = 'https://pay.example';
const connectMs = 3_000;
/** One way, on a good day. */
const quickMs = [10, 250] as const;

export type Network = ReturnType<typeof openNetwork>;

/**
 * The line between till and provider. A request travels on its own: it acts where it arrives, however late,
 * and whether or not the till that sent it still waits, or lives.
 */
export function openNetwork(
  timeline: Timeline,
  provider: Provider,
  chance: Chance,
  rough: Weather,
  trace: (line: string) => void,
) {
  let weather = rough;
  let up = true;
  /** How often the charge of each order has left a till. */
  const charged = new Map<string, number>();

  const around = (meanMs: number) => meanMs * (0.2 + 1.6 * chance.rng());
  const turn = () => {
    if (weather.upMs === 0) return;
    timeline.after(around(up ? weather.upMs : weather.downMs), () => {
      up = !up || weather.upMs === 0;
      turn();
    });
  };
  turn();

  const travelMs = () =>
    chance.happens(weather.slow) ? chance.rng() * weather.slowMs : chance.whole(...quickMs);

  function arrive(path: JeepayPath, body: string, reply: (outcome: Outcome) => void): void {
    const outcome = provider.jeepay(path, body);
    trace(`${path} -> ${outcome.does} ${'body' in outcome ? outcome.body : ''}`);
    if (chance.happens(weather.replyLost)) return;
    timeline.after(outcome.delayMs + travelMs(), () => reply(outcome));
  }

  /** `after`: the timers of the till that asks, which die with it. */
  const exchangeOf =
    (after: (delayMs: number, run: () => void) => Cancel): Exchange =>
    ({ url, body, deadlineMs }: ChannelRequest) =>
      new Promise<ChannelReply>(settle => {
        const path = url.slice(providerAddress.length) as JeepayPath;
        if (!jeepayPaths.includes(path)) throw new Error(`no such path at the provider: ${path}`);
        const refused = chance.happens(weather.notConnected);
        if ((!up && chance.happens(0.7)) || refused) {
          trace(`${path} not sent`);
          after(refused ? 1 : Math.min(connectMs, deadlineMs), () =>
            settle({ kind: 'not-sent', why: refused ? 'refused' : 'no-link' }),
          );
          return;
        }
        countCharge(path, body);
        after(deadlineMs, () => settle({ kind: 'lost', why: 'timeout' }));
        if (chance.happens(weather.cut * 0.2))
          after(chance.rng() * deadlineMs, () => settle({ kind: 'lost', why: 'cut' }));
        // A reply to a till that has died finds nobody: its timers, and so its ears, died with it.
        const reply = (outcome: Outcome) => after(0, () => settle(toReply(outcome)));
        const sendMs = travelMs();
        if (up && !chance.happens(weather.requestLost))
          timeline.after(sendMs, () => arrive(path, body, reply));
        else trace(`${path} lost`);
        if (chance.happens(weather.doubled))
          timeline.after(sendMs + travelMs(), () => arrive(path, body, () => {}));
      });

  function countCharge(path: JeepayPath, body: string): void {
    if (path !== '/api/pay/unifiedOrder') return;
    const { mchOrderNo } = JSON.parse(body) as { mchOrderNo: string };
    charged.set(mchOrderNo, (charged.get(mchOrderNo) ?? 0) + 1);
  }

  return {
    exchangeOf,
    charged: charged as ReadonlyMap<string, number>,
    clear(): void {
      weather = fairWeather;
      up = true;
    },
  };
}

function toReply(outcome: Outcome): ChannelReply {
  switch (outcome.does) {
    case 'reply':
      return { kind: 'reply', status: outcome.status, text: outcome.body };
    case 'cut':
      return { kind: 'lost', why: 'unreadable' };
    case 'drop':
      return { kind: 'lost', why: 'cut' };
  }
}
