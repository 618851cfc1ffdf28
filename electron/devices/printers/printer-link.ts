import type { PrinterTrouble } from '../../../shared/domain/print-outcome.ts';
import type { Env } from '../../../shared/env.ts';
import { createSignal, type Off } from '../signal.ts';
import type { Transport, Written } from '../transports/transport.ts';
import { createStatusReader, type StatusEvent, troubleIn } from './status.ts';

/** An open connection to a printer that answers. */
export type PrinterLink = {
  /** What is wrong with the printer right now, `no-answer` included, or null. One question at a time. */
  trouble(): Promise<PrinterTrouble | null>;
  write(bytes: Uint8Array, limit: { readonly deadlineMs: number }): Promise<Written>;
  onEvent(listen: (event: StatusEvent) => void): Off;
  onEnd(listen: () => void): Off;
};

/** Listens to the transport for as long as it lives. */
export function printerLink(transport: Transport, env: Env): PrinterLink {
  const events = createSignal<StatusEvent>();
  const read = createStatusReader();
  transport.onData(bytes => {
    for (const event of read(bytes)) events.emit(event);
  });
  /** DLE EOT n: overtakes the data. Answers all look alike, so the next is asked after the last came. */
  const ask = async (n: number): Promise<number | null> => {
    const { promise, resolve } = Promise.withResolvers<number | null>();
    const offEvent = events.on(event => event.kind === 'now' && resolve(event.byte));
    const offEnd = transport.onEnd(() => resolve(null));
    const cancel = env.after(answerMs, () => resolve(null));
    const written = await transport.write(Uint8Array.of(0x10, 0x04, n), { deadlineMs: answerMs });
    if (written.end === 'lost') resolve(null);
    const answer = await promise;
    for (const stop of [offEvent, offEnd, cancel]) stop();
    return answer;
  };
  return {
    async trouble() {
      const printer = await ask(1);
      if (printer === null) return 'no-answer';
      const [offline, error, paper] = [await ask(2), await ask(3), await ask(4)];
      return troubleIn({ printer, offline, error, paper });
    },
    write: (bytes, limit) => transport.write(bytes, limit),
    onEvent: events.on,
    onEnd: transport.onEnd,
  };
}

// A printer that is there answers within a few ms; through a network in trouble it may take this long.
const answerMs = 400;
