import { describe, expect, test } from 'vitest';
import type { AuditRow, AuditTold } from '../contract/audit.ts';
import { auditNote } from './audit-note.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const row = (told: AuditTold | null, note = ''): AuditRow => ({
  seq: 7,
  at: 0,
  who: 'system',
  kind: 'setting-changed',
  group: 'settings',
  amount: null,
  receipt: null,
  note,
  told,
  harm: null,
  seal: '6C80BDAC',
});

describe('what a row of the journal is about', () => {
  test('names a setting and its values in the words of the settings page', () => {
    const told = { of: 'setting', setting: 'handedness', before: 'left', after: 'right' } as const;
    expect(auditNote(row(told), zhCN)).toBe('惯用手：左手 → 右手');
    expect(auditNote(row(told), en)).toBe('Hand used: left → right');
  });

  test('says of a setting with many parts that it changed', () => {
    const told = { of: 'setting', setting: 'printer', before: { paper: 80 }, after: { paper: 58 } } as const;
    expect(auditNote(row(told), zhCN)).toBe('打印机');
  });

  test('shows an address that was empty before', () => {
    const told = {
      of: 'setting',
      setting: 'invoice-url',
      before: '',
      after: 'https://fp.example.com',
    } as const;
    expect(auditNote(row(told), en)).toBe('Invoicing address: – → https://fp.example.com');
  });

  test('names what a manager allowed, and who', () => {
    expect(auditNote(row({ of: 'permission', permission: 'discount' }, '王店长'), zhCN)).toBe(
      '打折 · 王店长',
    );
  });

  test('names the state of a payment beside its order', () => {
    expect(auditNote(row({ of: 'payment', state: 'paid' }, 'AACJ3'), zhCN)).toBe('已收 · AACJ3');
  });

  test('tells a code that has no words any more as it stands', () => {
    expect(auditNote(row({ of: 'setting', setting: 'toString', before: 1, after: 2 }), en)).toBe(
      'toString: 1 → 2',
    );
    expect(auditNote(row({ of: 'cash', move: 'tips' }), en)).toBe('tips');
  });
});
