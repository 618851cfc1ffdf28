import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { decode } from './decode.ts';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const faultsOf = (hex: string): readonly string[] =>
  decode(bytes(hex), 48).faults.map(fault => `${fault.kind}@${fault.at}`);

describe('the virtual printer', () => {
  test('names what a real printer would garble, and where', () => {
    expect(faultsOf('1c26 c9')).toEqual(['undecodable@2']);
    expect(faultsOf('c9cc 0a')).toEqual(['undecodable@0', 'undecodable@1']);
    expect(faultsOf('1c26 81308436 0a')).toEqual(['undecodable@2', 'undecodable@4']);
    expect(faultsOf('41 07 42')).toEqual(['stray-control@1']);
    expect(faultsOf('1b70')).toEqual(['truncated-command@0']);
    expect(faultsOf('1d286b ff00 31')).toEqual(['truncated-command@0']);
    expect(faultsOf('1b701b7001')).toEqual(['bad-pulse@0']);
    expect(faultsOf('1bff')).toEqual(['unknown-command@0']);
    expect(faultsOf('41'.repeat(49))).toEqual(['overflow@48']);
  });

  test('wraps what is too wide, like a real one', () => {
    expect(paperLines(decode(bytes('41'.repeat(49)), 48))).toEqual(['A'.repeat(48), 'A']);
  });

  test('forgets every choice on ESC @', () => {
    const paper = decode(bytes('1c26 1b4501 1d2111 1b6101 1b40 41 0a'), 48);
    expect(paper.lines).toEqual([
      { kind: 'text', runs: [{ text: 'A', column: 0, columns: 1, bold: false, double: false }] },
    ]);
  });

  test('places lines that the printer itself aligns', () => {
    expect(paperLines(decode(bytes('1b6101 41414141 0a 1b6132 42 0a'), 8))).toEqual(['  AAAA', '       B']);
  });

  test('survives any bytes, shows no control character and no line wider than the paper', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), noise => {
        const paper = decode(noise, 32);
        for (const line of paper.lines) {
          if (line.kind !== 'text') continue;
          for (const run of line.runs) {
            expect(run.text).not.toMatch(/\p{Cc}/u);
            expect(run.column + run.columns).toBeLessThanOrEqual(32);
          }
        }
      }),
    );
  });
});
