import type { PaperWidth, PrinterSetup, ScannerSetup } from '../../../shared/contract/setup.ts';

export const bauds = [2400, 9600, 19_200, 38_400, 115_200] as const;
export type Baud = (typeof bauds)[number];

/** Everything the form holds, whichever way of connecting is chosen: changing one's mind loses nothing. */
export type PrinterDraft = {
  readonly transport: PrinterSetup['transport'];
  readonly paper: PaperWidth;
  readonly path: string;
  readonly baud: Baud;
  readonly host: string;
  readonly port: string;
  /** It never answers, so nothing is asked of it. */
  readonly silent: boolean;
};
export type ScannerDraft = Pick<PrinterDraft, 'path' | 'baud'> & {
  readonly transport: ScannerSetup['transport'];
  /** Null where nothing was measured. */
  readonly gapMs: number | null;
  readonly prefix: string;
};

/** Raw printing port of network printers (JetDirect). */
const rawPort = '9100';
const baudOf = (baud: number): Baud => bauds.find(each => each === baud) ?? 9600;

export function printerDraft(printer: PrinterSetup): PrinterDraft {
  const { transport, paper } = printer;
  return {
    transport,
    paper,
    path: 'path' in printer ? printer.path : '',
    baud: 'baud' in printer ? baudOf(printer.baud) : 9600,
    host: 'host' in printer ? printer.host : '',
    port: 'port' in printer ? String(printer.port) : rawPort,
    silent: 'silent' in printer && printer.silent === true,
  };
}

/** Only what the chosen way of connecting needs; not checked yet. */
export function printerOf(draft: PrinterDraft): PrinterSetup {
  const { transport, paper, baud } = draft;
  const path = draft.path.trim();
  const silent = draft.silent ? { silent: true } : {};
  switch (transport) {
    case 'virtual':
      return { transport, paper };
    case 'serial':
      return { transport, paper, path, baud, ...silent };
    case 'tcp':
      return {
        transport,
        paper,
        host: draft.host.trim(),
        port: /^\d+$/.test(draft.port) ? Number(draft.port) : 0,
        ...silent,
      };
    case 'file':
      return { transport, paper, path };
  }
}

export const scannerDraft = (scanner: ScannerSetup): ScannerDraft => ({
  transport: scanner.transport,
  path: 'path' in scanner ? scanner.path : '',
  baud: 'baud' in scanner ? baudOf(scanner.baud) : 9600,
  gapMs: (scanner.transport === 'keyboard' && scanner.gapMs) || null,
  prefix: (scanner.transport === 'keyboard' && scanner.prefix) || '',
});

export function scannerOf({ transport, path, baud, gapMs, prefix }: ScannerDraft): ScannerSetup {
  if (transport === 'serial') return { transport, path: path.trim(), baud };
  return { transport, ...(gapMs !== null && { gapMs }), ...(prefix !== '' && { prefix }) };
}
