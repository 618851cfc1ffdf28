export type SerialOptions = {
  readonly path: string;
  /** Meaningless on USB-CDC, decisive on RS-232; 8 data bits, no parity, 1 stop bit. */
  readonly baud: number;
  /** What the printer's DIP switch says; without it long jobs get holes on RS-232. */
  readonly flow: SerialFlow;
};

export const serialFlows = ['none', 'rts-cts', 'xon-xoff'] as const;
export type SerialFlow = (typeof serialFlows)[number];
