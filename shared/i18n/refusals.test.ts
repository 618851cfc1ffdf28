import { describe, expect, test } from 'vitest';
import { type Refusal, refusal } from '../contract/refusals.ts';
import { minor } from '../domain/money.ts';
import { formatsFor } from './format.ts';
import { explain, type LanguageTag } from './index.ts';
import { messagesOf } from './messages.ts';

/** Whatever a sentence may ask for; a code of its own needs no more than this. */
const anything = {
  field: 'name',
  why: 'disk-full',
  key: 'F6',
  act: 'hold',
  unfit: 'fixed',
  problem: 'too long',
  fault: 'shape',
  state: 'requested',
  receipt: '1-000042',
  word: 'selling.scan',
  permission: 'discount',
  subject: 'cart',
  triesLeft: 1,
  seconds: 30,
  name: '<b>可乐</b>',
  pieces: 1,
  count: 2,
  lines: 700,
  most: 500,
  missing: 250,
  price: 650,
  face: 5000,
  sum: 100,
  worth: 300,
  counted: 7000,
  now: 1_795_000_000_000,
  last: 1_795_000_100_000,
  given: 5000,
  left: 250,
  due: 4750,
  megabytesMax: 64,
  fields: 'price',
  reason: 'timeout',
  incident: 'a1b2',
};

describe.each<LanguageTag>(['zh-CN', 'en'])('in %s', language => {
  const messages = messagesOf(language);
  const format = formatsFor(language, 'CNY');

  test.each(Object.keys(messages.refusals))('%s says what happened and what to do', code => {
    const { what, todo } = explain({ code, params: anything } as unknown as Refusal, messages, format);
    expect(what.length).toBeGreaterThan(1);
    expect(todo.length).toBeGreaterThan(1);
    expect(what + todo).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
  });

  test('money is told in money', () => {
    const short = explain(refusal('cash-short', { missing: minor(250) }), messages, format);
    expect(short.what).toContain('¥2.50');
  });
});

test('English speaks no Chinese', () => {
  const format = formatsFor('en', 'USD');
  for (const code of Object.keys(messagesOf('en').refusals)) {
    const params = { ...anything, name: 'Cola' };
    const { what, todo } = explain({ code, params } as unknown as Refusal, messagesOf('en'), format);
    expect(what + todo).not.toMatch(/\p{Script=Han}/u);
  }
});
