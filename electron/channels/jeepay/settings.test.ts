import { expect, test } from 'vitest';
import { manifest } from './manifest.ts';
import { readSettings } from './settings.ts';

const entered = { address: ' https://pay.example/base/ ', mchNo: 'M1', appId: 'A1', appSecret: 's' };
const read = (changed: object) => {
  const settings = readSettings({ ...entered, ...changed });
  return settings.ok ? settings.value.address : settings.refusal;
};

test('an address keeps its path and loses its last slash', () => {
  expect(read({})).toBe('https://pay.example/base');
  expect(read({ address: 'https://pay.example' })).toBe('https://pay.example');
  expect(read({ address: 'http://127.0.0.1:8080/pay/jeepay' })).toBe('http://127.0.0.1:8080/pay/jeepay');
});

test('every field on the screen is needed', () => {
  for (const { key } of manifest.fields)
    expect(read({ [key]: '  ' })).toEqual({ field: key, problem: 'missing' });
});

test('an address is a web address, and a safe one', () => {
  const problem = (address: string) => read({ address });
  for (const address of ['pay', 'ftp://pay.example', 'https://a:b@pay.example', 'https://pay.example/?a=1'])
    expect([address, problem(address)]).toEqual([address, { field: 'address', problem: 'unreadable' }]);
  for (const address of ['http://pay.example', 'http://192.168.1.2', 'http://localhost.example'])
    expect([address, problem(address)]).toEqual([address, { field: 'address', problem: 'not-secure' }]);
});
