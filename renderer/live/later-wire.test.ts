import { expect, test } from 'vitest';
import { ok } from '../../shared/lib/result.ts';
import { laterWire } from './later-wire.ts';
import type { Link, Wire } from './wire.ts';

/** A wire that tells what it is asked for, in order. */
function tellingWire(): { readonly wire: Wire; readonly asked: string[] } {
  const asked: string[] = [];
  const tell = (what: string) => {
    asked.push(what);
    return () => void asked.push(`end of ${what}`);
  };
  return {
    asked,
    wire: {
      command: async ({ word }) => {
        tell(word);
        return ok(1);
      },
      query: async word => {
        tell(word);
        return ok(2);
      },
      watch: word => tell(word),
      onLink: told => {
        told('connected');
        return () => {};
      },
      close: async () => void tell('close'),
    },
  };
}

const scan = { id: 'a', word: 'selling.scan', input: {} };

test('what is said before the wire is there goes out on it in the order in which it was said', async () => {
  const { wire, asked } = tellingWire();
  const coming = Promise.withResolvers<Wire>();
  const later = laterWire(coming.promise);
  later.watch('selling.cart', {}, { answer: () => {}, ended: () => {} });
  const answers = Promise.all([later.command(scan), later.query('sales.find', {})]);
  expect(asked).toEqual([]);
  coming.resolve(wire);
  expect(await answers).toEqual([ok(1), ok(2)]);
  expect(asked).toEqual(['selling.cart', 'selling.scan', 'sales.find']);
});

test('a watch that is ended before the wire is there is never begun; one that has begun is ended on the wire', async () => {
  const { wire, asked } = tellingWire();
  const coming = Promise.withResolvers<Wire>();
  const later = laterWire(coming.promise);
  const on = { answer: () => {}, ended: () => {} };
  later.watch('gone', {}, on)();
  const end = later.watch('kept', {}, on);
  coming.resolve(wire);
  await later.query('next', {});
  end();
  expect(asked).toEqual(['kept', 'next', 'end of kept']);
});

test('the link is connecting, then what the wire says', async () => {
  const { wire } = tellingWire();
  const links: Link[] = [];
  const later = laterWire(Promise.resolve(wire));
  later.onLink(link => links.push(link));
  await later.query('next', {});
  expect(links).toEqual(['connecting', 'connected']);
});

test('a wire that never comes is told by the link, and what is said on it fails', async () => {
  const links: Link[] = [];
  const later = laterWire(Promise.reject(new TypeError('not fetched')));
  later.onLink(link => links.push(link));
  await expect(later.command(scan)).rejects.toThrow('not fetched');
  expect(links).toEqual(['connecting', 'missing']);
});
