import { createHash } from 'node:crypto';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * Jeepay's MD5 signature, upper-case hex. The fields that hold something (0 and false do) become `name=value&`,
 * and these whole strings are sorted without regard to case: so `a1=` stands before `a=`, unlike what the
 * documentation says. The number in its example is wrong as well; see the test.
 */
export function signatureOf(fields: Fields, secret: string): string {
  const parts = Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${textOf(value)}&`)
    .sort((a, b) => inOrder(a.toLowerCase(), b.toLowerCase()));
  return createHash('md5')
    .update(`${parts.join('')}key=${secret}`, 'utf8')
    .digest('hex')
    .toUpperCase();
}

/** Whether `sign` is the signature of these fields. It covers the data of a reply, never its code and message. */
export const isSigned = (fields: Fields, sign: unknown, secret: string): boolean =>
  typeof sign === 'string' && sign.toUpperCase() === signatureOf(fields, secret);

/** By UTF-16 units, as Java compares. */
const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
