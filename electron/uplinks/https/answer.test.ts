import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBatchAnswer, readEnrolment } from './answer.ts';

const answer = (status: number, body: unknown) => ({
  kind: 'answer' as const,
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  date: null,
});
const read = (status: number, body: unknown) => readBatchAnswer(answer(status, body), 10);
const notAGateway = { kind: 'unreachable', reason: 'not-a-gateway' };

test('a page of a hotel’s network is not taken for a gateway', () => {
  expect(read(200, '<html>Please sign in</html>')).toEqual(notAGateway);
  expect(read(200, {})).toEqual(notAGateway);
  expect(read(302, '')).toEqual(notAGateway);
  expect(read(404, { error: 'no such page' })).toEqual(notAGateway);
  expect(readEnrolment(answer(200, '<html></html>'))).toEqual(notAGateway);
  expect(readEnrolment(answer(200, { gateway: '' }))).toEqual(notAGateway);
});

test('only what was in the batch may count as acknowledged', () => {
  expect(read(200, { ackedThrough: 7, setAside: [] })).toMatchObject({ kind: 'accepted', ackedThrough: 7 });
  expect(read(200, { ackedThrough: 999, setAside: [] })).toMatchObject({
    kind: 'accepted',
    ackedThrough: 10,
  });
  for (const ackedThrough of [-1, 1.5, '7', null, Number.MAX_VALUE]) {
    expect(read(200, { ackedThrough, setAside: [] })).toEqual(notAGateway);
  }
});

test('trouble at the gateway means later; a refusal means not like this', () => {
  expect(read(503, { error: 'gateway-trouble' })).toEqual({ kind: 'unreachable', reason: 'gateway-trouble' });
  expect(read(502, '<html>bad gateway</html>')).toEqual({ kind: 'unreachable', reason: 'gateway-trouble' });
  expect(read(422, { error: 'version-unknown', seq: 4 })).toEqual({
    kind: 'refused',
    reason: 'version-unknown',
    seq: 4,
  });
  expect(read(409, { error: 'fork', seq: 3 })).toEqual({ kind: 'fork', seq: 3 });
  expect(read(409, { error: 'fork' })).toEqual(notAGateway);
});

test('whatever comes back, a till never stumbles over it nor believes more than was sent', () => {
  const status = fc.constantFrom(200, 204, 301, 400, 401, 409, 422, 500);
  fc.assert(
    fc.property(status, fc.oneof(fc.json(), fc.string()), (code, text) => {
      const result = readBatchAnswer({ kind: 'answer', status: code, text, date: null }, 10);
      if (result.kind === 'accepted') expect(result.ackedThrough).toBeLessThanOrEqual(10);
      else expect(result.kind).toMatch(/^(expected|fork|refused|unreachable|unknown-till)$/);
    }),
  );
});
