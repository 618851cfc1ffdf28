import { describe, expect, test } from 'vitest';
import { keysWith } from '../domain/keys/key-map.ts';
import { en } from './en.ts';
import { key, withKeys } from './keys-in-words.ts';
import { messagesOf } from './messages.ts';
import { zhCN } from './zh-CN.ts';

test('a sentence and a row of help name the key that the till has', () => {
  const words = {
    todo: `按 ${key('recall')} 取回`,
    rows: [[key('recall'), '取单']],
    say: (n: number) => ({ what: `${n} ${key('pay')}` }),
  };
  const said = withKeys(words, keysWith({ pay: 'F2' }));
  expect(said.todo).toBe('按 Shift+F6 取回');
  expect(said.rows).toEqual([['Shift+F6', '取单']]);
  expect(said.say(3)).toEqual({ what: '3 F2' });
});

test('words come with the usual keys where nobody has chosen others', () => {
  expect(messagesOf('zh-CN').selling.heldTodo).toBe('按 Shift+F6 取单。');
  expect(messagesOf('en').selling.heldTodo).toBe('Press Shift+F6 to recall it.');
  expect(messagesOf('en', keysWith({ recall: 'F4', price: 'Shift+F6' })).selling.heldTodo).toBe(
    'Press F4 to recall it.',
  );
});

describe.each([
  ['zh-CN', zhCN],
  ['en', en],
])('%s', (_language, words) => {
  test('no sentence names a key that a till may have elsewhere', () => {
    // Which keys there are to choose from is said as it is.
    const about = words.keys.pressTodo;
    expect(plainStrings(words).filter(text => text !== about && namesAKey.test(text))).toEqual([]);
  });
});

const namesAKey = /(?<![A-Za-z0-9])(?:F\d{1,2}|Del|Ins)(?![A-Za-z0-9])/;

/** Every string that says the same whatever it is told; what functions say, their own tests hear. */
function plainStrings(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(plainStrings);
}
