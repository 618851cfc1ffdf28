import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { declaredIn, inParentheses, readCalled, withMarks } from './compile-at-once.ts';
import { root } from './root.ts';

const program = `
  said.push(first(3), typeof second, second.name);
  function first(n) { 'use strict'; function inner(m) { return m < 2 ? 1 : m * inner(m - 1) } return second(inner(n), this === undefined) }
  function second(n, strict) { return [n, strict, third.length]; }
  function third(a, b) { if (a) { function block() { return b } return block() } }
  function once() { once = () => 'again'; return 'the first time'; }
  said.push(once(), once());
  said.push(third(1, 'in a block'), (() => { const of = third; return of(0); function third(x) { return x } })());
`;
const run = (code: string): unknown[] => {
  const said: unknown[] = [];
  runInNewContext(code, { said });
  return structuredClone(said);
};

test('a program does with its functions in parentheses what it did before, whatever stands before them', () => {
  const marked = withMarks(program, ['first', 'inner', 'third', 'block', 'once']);
  const wrapped = inParentheses(marked);
  expect(run(wrapped)).toEqual(run(program));
  expect(run(program)).toEqual([
    [6, true, 2],
    'function',
    'second',
    'the first time',
    'again',
    'in a block',
    0,
  ]);
  expect(wrapped).not.toContain('called at start');
  // All but `second`, which is not among them, and what is declared in a block, which holds there only.
  expect(wrapped.match(/var (\w+)=\(function/g)?.sort()).toEqual([
    'var first=(function',
    'var inner=(function',
    'var once=(function',
    'var third=(function',
    'var third=(function',
  ]);
});

test('what is not marked stays as it is, to the letter', () => {
  expect(inParentheses(program)).toBe(program);
  expect(withMarks(program, ['nothing'])).toBe(program);
});

test('each name on the list of what a start calls is one of its module (else: npm run called-at-start)', () => {
  const called = readCalled();
  expect(called.size).toBeGreaterThan(50);
  const gone = [...called].flatMap(([module, names]) => {
    const code = readFileSync(path.join(root, module), 'utf8');
    return names
      .filter(name => !new RegExp(`\\bfunction ${name.replaceAll('$', '\\$')}\\b`).test(code))
      .map(name => `${module}: ${name}`);
  });
  expect(gone).toEqual([]);
});

test('functions are found wherever they are declared, with what they are declared in', () => {
  const found = declaredIn('export function a() { function b() {} } { function c() {} }');
  expect(found.map(({ declaration, home }) => [declaration.id?.name, home?.type])).toEqual([
    ['a', undefined],
    ['b', 'BlockStatement'],
    ['c', undefined],
  ]);
});
