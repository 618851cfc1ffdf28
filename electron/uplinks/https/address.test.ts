import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

const fingerprint = 'ab'.repeat(32);
const read = (url: string, pin: string | null = null) => {
  const address = readAddress({ url, fingerprint: pin, till: 't', gateway: null });
  return address.ok ? address.value : address.refusal;
};

test('plain HTTP is for this machine alone', () => {
  expect(read('http://127.0.0.1:8080')).toEqual({
    host: '127.0.0.1',
    port: 8080,
    loopback: true,
    fingerprint: null,
  });
  expect(read('http://localhost:1')).toMatchObject({ loopback: true });
  expect(read('http://[::1]:1')).toMatchObject({ host: '::1', loopback: true });
  for (const host of [
    '192.168.1.2',
    'shop.example',
    '127.0.0.1.shop.example',
    'localhost.shop.example',
    '0.0.0.0',
  ]) {
    expect([host, read(`http://${host}:1`)]).toEqual([host, 'plain-http-only-on-this-machine']);
  }
});

test('HTTPS needs the certificate to trust, however it is written', () => {
  expect(read('https://shop.example')).toBe('fingerprint-missing');
  expect(read('https://shop.example', 'not hex')).toBe('fingerprint-unreadable');
  const written = fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:');
  expect(read('https://shop.example', written)).toEqual({
    host: 'shop.example',
    port: 443,
    loopback: false,
    fingerprint,
  });
});

test('an address is a host and a port, and nothing to be misled by', () => {
  for (const url of [
    '',
    'shop',
    'ftp://127.0.0.1',
    'http://a:b@127.0.0.1',
    'http://127.0.0.1/path',
    'http://127.0.0.1/?q',
  ]) {
    expect([url, read(url)]).toEqual([url, 'address-unreadable']);
  }
});
