import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manualEnv } from '../../../test/doubles/manual-env.ts';
import { createFraming, type ScannerEvent } from './framing.ts';

const ean = '6901234567892';

function scanner(doubleReadMs = 250) {
  const env = manualEnv();
  const events: ScannerEvent[] = [];
  const framing = createFraming({ doubleReadMs, onEvent: event => events.push(event) }, env);
  const send = (text: string, encoding: BufferEncoding = 'utf8'): void =>
    framing.push(Buffer.from(text, encoding));
  return { env, events, send, framing };
}

test.each(['\r', '\n', '\r\n', '\t', '\x03'])('ends a scan at %j', end => {
  const { events, send } = scanner();
  send(`${ean}${end}`);
  expect(events).toEqual([{ kind: 'scan', text: ean }]);
});

test('takes the frame of STX and ETX off', () => {
  const { events, send } = scanner();
  send(`\x02${ean}\x03`);
  expect(events).toEqual([{ kind: 'scan', text: ean }]);
});

test('takes 40 ms of silence for an end, and joins what comes before', async () => {
  const { env, events, send } = scanner();
  send('690123');
  await env.pass(39);
  send('4567892');
  await env.pass(39);
  expect(events).toEqual([]);
  await env.pass(1);
  expect(events).toEqual([{ kind: 'scan', text: ean }]);
});

test('keeps the AIM identifier apart, and a GS inside the text', () => {
  const { events, send } = scanner();
  send(`]E0${ean}\r]C10104912345123459\x1d10ABC\r]E0\r`);
  expect(events).toEqual([
    { kind: 'scan', text: ean, aim: ']E0' },
    { kind: 'scan', text: '0104912345123459\x1d10ABC', aim: ']C1' },
    { kind: 'scan', text: ']E0' },
  ]);
});

test('reads Chinese from a QR code in UTF-8 and in GB18030', () => {
  const { events, send } = scanner(0);
  send('可乐\r');
  send('bfc9c0d60d', 'hex');
  expect(events.map(event => event.kind === 'scan' && event.text)).toEqual(['可乐', '可乐']);
});

test('drops the second read of the same code within 250 ms, but not another code and not a later one', async () => {
  const { env, events, send } = scanner();
  send(`${ean}\r`);
  await env.pass(249);
  send(`${ean}\r`);
  send('4901234567894\r');
  send(`${ean}\r`);
  await env.pass(250);
  send(`${ean}\r`);
  expect(events.map(event => event.kind === 'scan' && event.text)).toEqual([ean, '4901234567894', ean, ean]);
});

test('leaves no timer and no code behind when it stops', async () => {
  const { env, send, framing } = scanner();
  send(`${ean}\r690`);
  framing.stop();
  expect(env.pending()).toBe(0);
});

test('lets every read through where double reads are wanted', () => {
  const { events, send } = scanner(0);
  send(`${ean}\r${ean}\r`);
  expect(events).toHaveLength(2);
});

test('discards an endless frame up to its end, says so once, and reads the next scan', () => {
  const { events, send } = scanner();
  for (let part = 0; part < 50; part += 1) send('x'.repeat(100));
  send(`\r${ean}\r`);
  expect(events).toEqual([
    { kind: 'fault', reason: 'garbled' },
    { kind: 'scan', text: ean },
  ]);
});

test('calls the noise of a wrong baud rate noise', () => {
  const { events, send } = scanner();
  send('f8800086ff060d', 'hex');
  expect(events).toEqual([{ kind: 'fault', reason: 'garbled' }]);
});

test('cuts the same scans from any chunks', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(digits, { maxLength: 8 }),
      fc.array(fc.nat(12), { minLength: 1 }),
      (codes, sizes) => {
        const { events, framing } = scanner(0);
        const wire = Buffer.from(codes.map(code => `${code}\r\n`).join(''));
        for (let at = 0, turn = 0; at < wire.length; turn += 1) {
          const size = 1 + sizes[turn % sizes.length]!;
          framing.push(wire.subarray(at, at + size));
          at += size;
        }
        expect(events).toEqual(codes.map(text => ({ kind: 'scan', text })));
      },
    ),
  );
});
