import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

const asked = (...argv: string[]) => {
  const read = readArguments(argv);
  return read.ok ? read.value.asked : read.refusal;
};

test('takes the options before or behind the word', () => {
  const options = { data: '/shop', json: true, language: 'en' };
  for (const argv of [
    ['--data', '/shop', '--json', '--lang', 'en', 'verify'],
    ['verify', '--lang', 'en', '--json', '--data', '/shop'],
  ])
    expect(readArguments(argv)).toEqual({
      ok: true,
      value: { ...options, asked: { do: 'verify', gateway: false } },
    });
});

test('joins the words of a search, and bounds what is asked for', () => {
  expect(asked('search', '可乐', '330')).toEqual({ do: 'search', text: '可乐 330', limit: 20 });
  expect(asked('search', 'kkkl', '--limit', '50')).toMatchObject({ limit: 50 });
  for (const limit of ['0', '51', 'x', '-1', '1e9'])
    expect(asked('search', 'a', `--limit=${limit}`)).toMatch('--limit');
  expect(asked('search', 'x'.repeat(81))).toBe('search TEXT');
});

test('names what it does not understand', () => {
  expect(asked('sell')).toBe('sell');
  expect(asked('import')).toBe('import FILE');
  expect(asked('import', 'a.csv', 'b.csv')).toBe('import FILE');
  expect(asked('import', 'a.csv', '--duplicates', 'all')).toBe('--duplicates all');
  expect(asked('import', 'a.csv', '--absent', 'sell')).toBe('--absent sell');
  expect(asked('export', '--absent', 'remove')).toBe('--absent');
  expect(asked('verify', 'all')).toBe('verify all');
  expect(asked('verify', '--limit', '3')).toBe('--limit');
  expect(asked('read-code', '')).toBe('read-code TEXT');
  // A PIN has no place on a command line.
  expect(asked('set-pin', '李敏', '1234')).toBe('set-pin NAME');
  expect(asked('help', '--lang', 'fr')).toBe('--lang fr');
  expect(asked('--wide')).toMatch('--wide');
});

test('an import takes a list as it was told to', () => {
  expect(asked('import', 'a.xlsx')).toEqual({ do: 'import', file: 'a.xlsx', how: { rejects: undefined } });
  expect(
    asked('import', 'a.csv', '--duplicates', 'none', '--absent', 'remove', '--rejects', 'b.csv'),
  ).toEqual({
    do: 'import',
    file: 'a.csv',
    how: { rejects: 'b.csv', duplicates: 'none', absent: 'remove' },
  });
});

test('without a word it helps', () => expect(asked()).toEqual({ do: 'help' }));
