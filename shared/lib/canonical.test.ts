import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical.ts';

const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().filter(value => !Object.is(value, -0)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 5 }),
  ),
})).json;

test('is JSON that says the same, and writes itself again alike', () => {
  fc.assert(
    fc.property(anyJson, value => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

test('is the same for equal values, whatever the order of keys', () => {
  const turned = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(turned);
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, turned(member)]),
    );
  };
  fc.assert(fc.property(anyJson, value => canonicalJson(turned(value)) === canonicalJson(value)));
});

test('differs for different values', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      if (canonicalJson(a) === canonicalJson(b)) expect(a).toEqual(b);
      else expect(same).toBe(false);
    }),
  );
});

test('keys stand by code unit, without white space, escaped as JSON escapes', () => {
  expect(canonicalJson({ b: 1, a: [true, null], Ａ: '可乐"\n', '\ud83d\ude00': '' })).toBe(
    '{"a":[true,null],"b":1,"😀":"","Ａ":"可乐\\"\\n"}',
  );
  expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  expect(canonicalJson(JSON.parse('{"__proto__":1,"constructor":2}') as Json)).toBe(
    '{"__proto__":1,"constructor":2}',
  );
});

test.each([
  ['a fraction', 0.1],
  ['minus zero', -0],
  ['an unsafe integer', 2 ** 53],
  ['NaN', Number.NaN],
  ['an undefined member', { a: undefined }],
  ['undefined', undefined],
  ['an undefined element', [undefined]],
  ['a hole', new Array(2)],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['bytes', new Uint8Array([1])],
  ['a symbol', Symbol('a')],
  ['a function', () => 1],
  ['an object with a class', new (class Secret {})()],
])('refuses %s instead of hashing something else', (_, value) => {
  expect(() => canonicalJson(value as unknown as Json)).toThrow();
  expect(() => canonicalJson({ member: value as unknown as Json })).toThrow();
});

test('takes objects without a prototype', () => {
  expect(canonicalJson(Object.assign(Object.create(null) as { a?: number }, { a: 1 }))).toBe('{"a":1}');
});
