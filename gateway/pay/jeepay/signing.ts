import { createHash } from 'node:crypto';

export type Fields = Readonly<Record<string, string | number | undefined>>;

/**
 * Jeepay’s signature: each field that is there and not empty as `key=value&`, these sorted without regard to
 * case (so `a1` stands before `a`, for `=` comes after the digits), then `key=SECRET`; MD5 in capitals.
 */
export function signatureOf(fields: Fields, secret: string): string {
  const pairs = Object.entries(fields)
    .filter(([key, value]) => key !== 'sign' && value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${value}&`)
    .sort(ignoringCase);
  return createHash('md5')
    .update(`${pairs.join('')}key=${secret}`, 'utf8')
    .digest('hex')
    .toUpperCase();
}

function ignoringCase(a: string, b: string): number {
  const [low, high] = [a.toLowerCase(), b.toLowerCase()];
  return low < high ? -1 : low > high ? 1 : 0;
}
