import type { PrintOutcome } from '../../../shared/domain/print-outcome.ts';
import type { Cancel, Env } from '../../../shared/env.ts';
import type { DeviceHealth } from '../device.ts';
import { supervise } from '../supervise.ts';
import type { Connect, Transport } from '../transports/transport.ts';
import type { BackChannel } from './model.ts';
import { type PrintAttempt, printBlind, printWithProof } from './print-job.ts';
import { type PrinterLink, printerLink } from './printer-link.ts';

export type Printer = {
  /** One attempt, after those before it; waiting counts against its deadline. Never tries twice. */
  print(attempt: PrintAttempt): Promise<PrintOutcome>;
  stop(): Promise<void>;
};

/**
 * A printer that is kept connected, prints one job at a time and is asked now and then how it is, so that
 * the till says 缺纸 before the next customer pays rather than after. After an attempt whose end is
 * unknown it gets a new connection and a question: late answers must not be taken for those of the next job.
 */
export function createPrinter(
  options: {
    readonly connect: Connect;
    readonly backChannel: BackChannel;
    onHealth(health: DeviceHealth): void;
  },
  env: Env,
): Printer {
  let link: PrinterLink | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let cancelPoll: Cancel = () => undefined;
  let stopped = false;
  let doubt = false;

  const answers = (transport: Transport): boolean => transport.duplex && options.backChannel !== 'none';
  const device = supervise(
    {
      connect: options.connect,
      onHealth: options.onHealth,
      onConnected(transport) {
        link = answers(transport) ? printerLink(transport, env) : null;
        pollAfter(0);
      },
    },
    env,
  );
  /** Only one may talk to the printer at a time: jobs and questions wait in the same row. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = turn.then(run);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const pollAfter = (delayMs: number): void => {
    cancelPoll();
    if (stopped || !link) return;
    cancelPoll = env.after(delayMs, () => env.spawn('printer.poll', () => inTurn(poll)));
  };
  const poll = async (): Promise<void> => {
    const asked = link;
    if (!asked || !device.transport()) return;
    const trouble = await asked.trouble();
    if (asked !== link) return;
    device.report(trouble);
    pollAfter(trouble === null ? idlePollMs : troublePollMs);
  };
  const attemptNow = async (attempt: PrintAttempt): Promise<PrintOutcome> => {
    const transport = device.transport();
    if (attempt.deadlineMs <= 0) return { kind: 'blocked', reason: 'busy' };
    if (!transport) return { kind: 'blocked', reason: 'not-connected' };
    const outcome = await (link && options.backChannel !== 'none'
      ? printWithProof(link, attempt, options.backChannel, env)
      : printBlind(transport, attempt));
    if (outcome.kind === 'uncertain') {
      doubt = true;
      if (device.transport() === transport) device.renew();
    } else if (outcome.kind === 'printed') doubt = false;
    pollAfter(outcome.kind === 'printed' || outcome.kind === 'sent' ? idlePollMs : 0);
    return outcome;
  };
  return {
    async print(attempt) {
      if (waiting >= waitingMax) return { kind: 'blocked', reason: 'busy' };
      waiting += 1;
      const until = env.monotonicMs() + attempt.deadlineMs;
      try {
        return await inTurn(() =>
          attemptNow({
            ...attempt,
            deadlineMs: until - env.monotonicMs(),
            afterDoubt: doubt,
            onTrouble: device.report,
          }),
        );
      } finally {
        waiting -= 1;
      }
    },
    async stop() {
      stopped = true;
      cancelPoll();
      await device.stop();
    },
  };
}

const idlePollMs = 10_000;
const troublePollMs = 2000;
// The core's spool is the queue; here only what overlaps by chance waits.
const waitingMax = 16;
