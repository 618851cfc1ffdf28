/**
 * What became of one attempt to print. Only `blocked` and `failed` promise that no byte of the job was
 * taken; after the first byte nobody but a person decides to print again.
 */
export type PrintOutcome =
  /** The printer said so itself. */
  | { readonly kind: 'printed'; readonly evidence: 'process-id' | 'status' }
  /** All bytes were taken, and this printer never says more. */
  | { readonly kind: 'sent' }
  /** Not begun; may be tried again as soon as the reason is gone. */
  | { readonly kind: 'blocked'; readonly reason: PrinterTrouble | 'not-connected' | 'busy' }
  /** Begun, and nobody knows how it ended. `bytesAccepted` may be more than was printed, never less. */
  | {
      readonly kind: 'uncertain';
      readonly reason: PrinterTrouble | 'link-lost' | 'stalled' | 'host-lost';
      readonly bytesAccepted: number;
    }
  /** Not begun, and trying again changes nothing. */
  | { readonly kind: 'failed'; readonly reason: 'not-configured' | 'bad-job' };

/** What a printer says is wrong with it; `no-answer` where it should answer and does not. */
export const printerTroubles = [
  'paper-out',
  'cover-open',
  'cutter-jammed',
  'overheated',
  'broken',
  'offline',
  'no-answer',
] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];
