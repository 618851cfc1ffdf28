import { z } from 'zod';
import { type PrintOutcome, printerTroubles } from '../../shared/domain/print-outcome.ts';
import { deviceStates, healthReasons } from './device.ts';
import { backChannels } from './printers/model.ts';
import { serialFlows } from './transports/serial-options.ts';

/**
 * The words between the core and the device host. Both ends check what comes in: the host runs native
 * drivers, and the core must not trip over what a broken one says.
 */
const Name = z.string().min(1).max(64);
const Path = z.string().min(1).max(260);
const Baud = z.number().int().min(300).max(921_600);

export const PrinterTransport = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('virtual') }),
  z.strictObject({ kind: z.literal('serial'), path: Path, baud: Baud, flow: z.enum(serialFlows) }),
  z.strictObject({
    kind: z.literal('tcp'),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535),
  }),
  z.strictObject({ kind: z.literal('file'), path: Path }),
]);

/** Where a printer is and how it proves what it printed; widths and encodings stay with the core. */
export const PrinterProfile = z.strictObject({
  id: Name,
  transport: PrinterTransport,
  backChannel: z.enum(backChannels),
});
export type PrinterProfile = z.infer<typeof PrinterProfile>;

/** A scanner in serial mode. `doubleReadMs`: the same code again within it is one read; 0 to 1500. */
export const ScannerProfile = z.strictObject({
  id: Name,
  path: Path,
  baud: Baud,
  doubleReadMs: z.number().int().min(0).max(1500),
});
export type ScannerProfile = z.infer<typeof ScannerProfile>;

export const jobBytesMax = 1_048_576;

export const ToHost = z.discriminatedUnion('type', [
  /** The devices that shall be connected from now on; one that is left out is let go. */
  z.strictObject({
    type: z.literal('configure'),
    printer: PrinterProfile.optional(),
    scanner: ScannerProfile.optional(),
  }),
  z.strictObject({
    type: z.literal('print'),
    job: Name,
    bytesBase64: z.base64().max(Math.ceil(jobBytesMax / 3) * 4),
    /** False for a drawer pulse: nothing on paper to wait for. */
    proof: z.boolean(),
    deadlineMs: z.number().int().min(100).max(600_000),
  }),
]);
export type ToHost = z.infer<typeof ToHost>;

const Trouble = z.enum(printerTroubles);
const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed'), evidence: z.enum(['process-id', 'status']) }),
  z.strictObject({ kind: z.literal('sent') }),
  z.strictObject({
    kind: z.literal('blocked'),
    reason: z.union([Trouble, z.enum(['not-connected', 'busy'])]),
  }),
  z.strictObject({
    kind: z.literal('uncertain'),
    reason: z.union([Trouble, z.enum(['link-lost', 'stalled', 'host-lost'])]),
    bytesAccepted: z.number().int().min(0).max(jobBytesMax),
  }),
  z.strictObject({ kind: z.literal('failed'), reason: z.enum(['not-configured', 'bad-job']) }),
]) satisfies z.ZodType<PrintOutcome>;

export const FromHost = z.discriminatedUnion('type', [
  /** `text` is a secret until the core has classified it. */
  z.strictObject({
    type: z.literal('scan'),
    device: Name,
    text: z.string().min(1).max(4096),
    aim: z.string().length(3).optional(),
  }),
  z.strictObject({
    type: z.literal('health'),
    device: Name,
    state: z.enum(deviceStates),
    reason: z.enum(healthReasons).nullable(),
  }),
  z.strictObject({ type: z.literal('printed'), job: Name, outcome: Outcome }),
  z.strictObject({
    type: z.literal('log'),
    level: z.enum(['info', 'warn', 'error']),
    event: z.string().min(1).max(80),
    facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number(), z.boolean(), z.null()])),
  }),
]);
export type FromHost = z.infer<typeof FromHost>;
