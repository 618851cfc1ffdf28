import { describe, expect, test } from 'vitest';
import { importFields } from '../contract/catalog.ts';
import { printerTroubles } from '../domain/print-outcome.ts';
import { refusals, setAsideReasons } from '../domain/uplink.ts';
import { messagesOf } from './messages.ts';

describe.each(['zh-CN', 'en'] as const)('in %s', language => {
  const t = messagesOf(language);

  test('every trouble of a printer says what is wrong and what to do', () => {
    const reasons: Readonly<Record<string, { what: string; todo: string } | undefined>> = t.devices.reasons;
    for (const trouble of printerTroubles) {
      expect(reasons[trouble]?.what, trouble).toBeTruthy();
      expect(reasons[trouble]?.todo, trouble).toBeTruthy();
    }
  });

  test('everything a gateway can refuse or set aside has words', () => {
    for (const reason of refusals) expect(t.syncing.reasons[reason], reason).toBeTruthy();
    for (const reason of setAsideReasons) expect(t.syncing.setAsideReasons[reason], reason).toBeTruthy();
  });

  test('every column of a price list has a name', () => {
    for (const field of importFields) expect(t.catalog.fields[field], field).toBeTruthy();
  });

  test('a code that nobody foresaw is shown, not swallowed', () => {
    expect(t.devices.unknownReason('flux').what).toContain('flux');
    expect(t.syncing.unknownReason('flux')).toContain('flux');
    expect(t.catalog.unknownCode('flux')).toContain('flux');
    expect(t.catalog.unknownFile('flux').what).toContain('flux');
  });
});

test('both languages know the same reasons, kinds and codes', () => {
  const [zh, en] = [messagesOf('zh-CN'), messagesOf('en')];
  const keys = (table: object) => Object.keys(table).sort();
  expect(keys(en.devices.reasons)).toEqual(keys(zh.devices.reasons));
  expect(keys(en.syncing.reasons)).toEqual(keys(zh.syncing.reasons));
  expect(keys(en.syncing.kinds)).toEqual(keys(zh.syncing.kinds));
  expect(keys(en.syncing.setAsideReasons)).toEqual(keys(zh.syncing.setAsideReasons));
  expect(keys(en.catalog.codes)).toEqual(keys(zh.catalog.codes));
  expect(keys(en.catalog.files)).toEqual(keys(zh.catalog.files));
});
