import type { Env } from '../../../shared/env.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Command, readCommands } from '../printers/commands.ts';
import { createEnd, createSignal } from '../signal.ts';
import type { Transport } from './transport.ts';

/**
 * A printer that is always there, takes everything at once and answers like a healthy one. The paper
 * itself is developed from the same bytes where it is shown.
 */
export function virtualTransport(env: Env): Transport {
  const data = createSignal<Uint8Array>();
  const end = createEnd();
  return {
    duplex: true,
    open: async () => ok(null),
    async write(bytes) {
      if (end.over) return { accepted: 0, end: 'lost' };
      const answers = readCommands(bytes).flatMap(answerTo);
      if (answers.length > 0) env.after(0, () => data.emit(Uint8Array.from(answers)));
      return { accepted: bytes.length, end: 'done' };
    },
    onData: data.on,
    onEnd: end.on,
    close: async () => end.emit(),
  };
}

function answerTo(command: Command): readonly number[] {
  if (command.kind === 'ask-now') return [0x12];
  if (command.kind === 'ask-in-turn') return [0x00];
  if (command.kind === 'ask-process-id') return [0x37, 0x22, ...command.id, 0x00];
  return [];
}
