import { afterEach, describe, expect, test } from 'vitest';
import type { PrintOutcome } from '../../../shared/domain/print-outcome.ts';
import { type FakePrinter, type FakePrinterOptions, fakePrinter } from '../../../test/doubles/printer.ts';
import { processEnv } from '../process-env.ts';
import { tcpTransport } from '../transports/tcp.ts';
import type { BackChannel } from './model.ts';
import { generic80 } from './models/generic-80/model.ts';
import { printBlind, printWithProof } from './print-job.ts';
import { printerLink } from './printer-link.ts';
import { drawerPulse, renderDocument } from './render.ts';

const env = processEnv(() => undefined);
const twentyLines = renderDocument(
  {
    blocks: [
      ...Array.from({ length: 20 }, (_, line) => ({ kind: 'text', text: `第 ${line} 行` }) as const),
      { kind: 'cut' },
    ],
  },
  generic80,
);
const printers: FakePrinter[] = [];
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.stop();
});

type Story = FakePrinterOptions & {
  readonly as?: BackChannel;
  readonly bytes?: Uint8Array;
  readonly proof?: boolean;
  readonly deadlineMs?: number;
  /** Plays while the job is under way. */
  readonly meanwhile?: (printer: FakePrinter) => void;
};

/** Prints twenty lines once, and gives what we believe beside what is on the paper. */
async function play(story: Story): Promise<{ outcome: PrintOutcome; lines: number; pulses: number }> {
  const printer = await fakePrinter(story);
  printers.push(printer);
  const transport = tcpTransport({ host: '127.0.0.1', port: printer.port }, env);
  const link = printerLink(transport, env);
  expect(await transport.open()).toMatchObject({ ok: true });
  const attempt = {
    bytes: story.bytes ?? twentyLines,
    proof: story.proof ?? true,
    deadlineMs: story.deadlineMs ?? 20_000,
  };
  const as = story.as ?? 'status';
  const printing = as === 'none' ? printBlind(transport, attempt) : printWithProof(link, attempt, as, env);
  story.meanwhile?.(printer);
  const outcome = await printing;
  await transport.close();
  return { outcome, lines: printer.truth().lines, pulses: printer.truth().pulses };
}

describe('one attempt to print', () => {
  test('is printed when an Epson returns the number of the job', async () => {
    const { outcome, lines } = await play({ answers: 'process-id', as: 'process-id' });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'printed', evidence: 'process-id' }, lines: 20 });
  });

  test('is printed when a clone answers in turn', async () => {
    const { outcome, lines } = await play({});
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'printed', evidence: 'status' }, lines: 20 });
  });

  test('is not begun without paper', async () => {
    const { outcome, lines } = await play({ paperLines: 0 });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'blocked', reason: 'paper-out' }, lines: 0 });
  });

  test('is not begun with an open cover', async () => {
    const { outcome, lines } = await play({ coverOpen: true });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'blocked', reason: 'cover-open' }, lines: 0 });
  });

  test('is uncertain, with the reason, when the paper ends in the middle', async () => {
    const { outcome, lines } = await play({ paperLines: 7, deadlineMs: 1500 });
    expect(outcome).toEqual({ kind: 'uncertain', reason: 'paper-out', bytesAccepted: twentyLines.length });
    expect(lines).toBe(7);
  });

  test('is printed when new paper comes in time', async () => {
    const { outcome, lines } = await play({
      paperLines: 7,
      meanwhile: printer => {
        const wait = setInterval(() => {
          if (printer.truth().lines < 7) return;
          clearInterval(wait);
          printer.loadPaper(100);
        }, 5);
      },
    });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'printed', evidence: 'status' }, lines: 20 });
  });

  test('is uncertain when the connection is reset in the middle', async () => {
    const { outcome, lines } = await play({ resetAfterBytes: 100, bytesPerSecond: 10 });
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'link-lost' });
    expect(lines).toBeLessThan(20);
  });

  test('is no more than sent without a back channel', async () => {
    const { outcome, lines } = await play({ answers: 'none', as: 'none' });
    expect(outcome).toEqual({ kind: 'sent' });
    expect(lines).toBe(20);
  });

  test('is not begun when a printer that should answer is silent', async () => {
    const { outcome, lines } = await play({ answers: 'none' });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'blocked', reason: 'no-answer' }, lines: 0 });
  });

  test('is printed by a very slow printer, which is not a broken one', async () => {
    const { outcome, lines } = await play({ bytesPerSecond: 60 });
    expect({ outcome, lines }).toEqual({ outcome: { kind: 'printed', evidence: 'status' }, lines: 20 });
  });

  test('is uncertain when the proof never comes', async () => {
    const { outcome, lines } = await play({ answers: 'status', as: 'process-id', deadlineMs: 1200 });
    expect(outcome).toEqual({ kind: 'uncertain', reason: 'no-answer', bytesAccepted: twentyLines.length });
    expect(lines).toBe(20);
  });

  test('opens the drawer without waiting for a proof, and not at all while the printer is offline', async () => {
    const pulse = { bytes: drawerPulse(generic80), proof: false };
    expect(await play(pulse)).toEqual({ outcome: { kind: 'sent' }, lines: 0, pulses: 1 });
    expect(await play({ ...pulse, coverOpen: true })).toEqual({
      outcome: { kind: 'blocked', reason: 'cover-open' },
      lines: 0,
      pulses: 0,
    });
  });
});
