import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startFaults, startSentences } from '../../shared/i18n/start.ts';
import { FolderTaken, startFaultOf } from './start-fault.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'evertill-start-fault-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failed = (code: string) => Object.assign(new Error('failed'), { code });

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_FULL', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['ENOTDIR', 'not-a-folder'],
  ['EEXIST', 'not-a-folder'],
])('%s alone says %s', (code, fault) => {
  expect(startFaultOf(failed(code), folder)).toBe(fault);
});

test('an error that may mean anything is looked into, and a sound folder is not blamed', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(startFaultOf(failed('ENOENT'), path.join(file, 'data'))).toBe('not-a-folder');
  expect(startFaultOf(failed('SQLITE_CANTOPEN'), path.join(folder, 'new'))).toBeUndefined();
});

test('a folder that another till has is told as such', () => {
  expect(startFaultOf(new FolderTaken(), folder)).toBe('taken');
});

test('what is no matter of the folder stays what it is', () => {
  for (const error of [new Error('boom'), failed('SQLITE_NOTADB'), 'text', undefined])
    expect(startFaultOf(error, folder)).toBeUndefined();
});

test('every language says what is wrong with which folder, and what to do', () => {
  for (const sentences of Object.values(startSentences)) {
    for (const fault of startFaults) {
      const { what, todo } = sentences[fault]({ data: '/till' });
      expect(what).toContain('/till');
      expect(todo).not.toBe('');
    }
  }
});
