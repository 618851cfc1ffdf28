import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PrinterField,
  type PrinterSetup,
  ScannerField,
  type ScannerSetup,
} from '../../../shared/contract/setup.ts';
import { bauds, printerDraft, printerOf, scannerDraft, scannerOf } from './device-drafts.ts';

const paper = fc.constantFrom(58 as const, 80 as const);
const path = fc.constantFrom('COM3', '/dev/ttyUSB0', '/dev/usb/lp0');
const baud = fc.constantFrom(...bauds);
// Left out means that it answers; only `true` is ever written down.
const silent = fc.constant(true);
const printers: fc.Arbitrary<PrinterSetup> = fc.oneof(
  fc.record({ transport: fc.constant('virtual' as const), paper }),
  fc.record(
    { transport: fc.constant('serial' as const), paper, path, baud, silent },
    { requiredKeys: ['transport', 'paper', 'path', 'baud'] },
  ),
  fc.record(
    {
      transport: fc.constant('tcp' as const),
      paper,
      host: fc.constantFrom('192.168.1.87', 'printer.local'),
      port: fc.integer({ min: 1, max: 65_535 }),
      silent,
    },
    { requiredKeys: ['transport', 'paper', 'host', 'port'] },
  ),
  fc.record({ transport: fc.constant('file' as const), paper, path }),
);
const scanners: fc.Arbitrary<ScannerSetup> = fc.oneof(
  fc.record({ transport: fc.constant('keyboard' as const) }),
  fc.record({ transport: fc.constant('serial' as const), path, baud }),
);

describe('setting up devices', () => {
  test('a printer that is looked at and saved again is the same printer', () => {
    fc.assert(
      fc.property(printers, printer => {
        const kept = printerOf(printerDraft(printer));
        expect(kept).toEqual(printer);
        expect(PrinterField.safeParse(kept).success).toBe(true);
      }),
    );
  });

  test('a scanner that is looked at and saved again is the same scanner', () => {
    fc.assert(
      fc.property(scanners, scanner => {
        const kept = scannerOf(scannerDraft(scanner));
        expect(kept).toEqual(scanner);
        expect(ScannerField.safeParse(kept).success).toBe(true);
      }),
    );
  });

  test('a port that is no number can not be saved', () => {
    const draft = printerDraft({ transport: 'tcp', paper: 80, host: '192.168.1.87', port: 9100 });
    for (const port of ['', '91OO', '-1', '70000', '1e3']) {
      expect(PrinterField.safeParse(printerOf({ ...draft, port })).success).toBe(false);
    }
  });
});
