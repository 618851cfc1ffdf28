/** A line of the template, and what stands for it in a sale. */
const places = ['receipt', 'amount', 'date'] as const;
type Place = (typeof places)[number];

export const invoiceAddressMax = 200;
export type InvoiceAddressFault = 'too-long' | 'not-https' | 'unreadable' | 'no-receipt';

/** A host by name, then path and query of plain characters; no user, no port of our own choosing, no fragment. */
const shape =
  /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?:\/[\w./~%-]*)?(?:\?[\w./~%&=+-]*)?$/;

/**
 * What is wrong with a template of the invoicing service's address, such as
 * `https://fp.example.com/i?no={receipt}&amount={amount}&date={date}`; null where nothing is. Customers open what
 * comes of it, so it is https, names its host in full, and has places only where they cannot change the host.
 */
export function invoiceAddressFault(template: string): InvoiceAddressFault | null {
  if (template.length > invoiceAddressMax) return 'too-long';
  if (!template.startsWith('https://')) return 'not-https';
  if (!shape.test(filled(template, { receipt: '1', amount: '1', date: '1' }))) return 'unreadable';
  const host = template.slice('https://'.length).split(/[/?]/)[0]!;
  if (host.includes('{')) return 'unreadable';
  return template.includes('{receipt}') ? null : 'no-receipt';
}

/** The address of one sale's invoice: `amount` as `12.50`, `date` as `2026-11-28`; a template without fault stays an address. */
export const filled = (template: string, values: Readonly<Record<Place, string>>): string =>
  places.reduce((text, place) => text.replaceAll(`{${place}}`, encodeURIComponent(values[place])), template);
