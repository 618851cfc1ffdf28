import { assert } from '../../lib/assert.ts';

/** What an order number is made of. `till` and `epoch` are ids; the rest counts. */
export type OrderNumberParts = {
  readonly till: string;
  readonly epoch: string;
  /** Wall ms, for people who read it; nothing hangs on it. */
  readonly at: number;
  /** The till's running number of attempts, from 1. */
  readonly place: number;
};

/** Jeepay takes 30 characters, WeChat Pay 32, 收钱吧 32, all of them letters and digits. */
const orderLengthMax = 30;
/** Random bits of the ids that go in, as hexadecimal digits, and how many characters they become. */
const till = { hex: 9, characters: 7 };
const epoch = { hex: 5, characters: 4 };
const placeCharacters = 6;

/**
 * `TTTTTTTEEEEyymmddPPPPPP`: never used twice. Two tills differ in their ids, a restored till in its epoch,
 * two attempts in their place; so no clock can make a number come again. Refunds append to it.
 */
export function orderNumber(parts: OrderNumberParts): string {
  const place = base36(parts.place, placeCharacters);
  const day = new Date(parts.at).toISOString().slice(2, 10).replaceAll('-', '');
  return tail(parts.till, till) + tail(parts.epoch, epoch) + day + place;
}

/** The number of the `tryNo`th try of the `place`th refund of an order, both from 1. */
export function refundNumber(order: string, place: number, tryNo: number): string {
  const number = `${order}R${place}T${tryNo}`;
  assert(number.length <= orderLengthMax, 'a refund number fits what providers take');
  return number;
}

/** The end of an id, which is its random part. */
function tail(id: string, { hex, characters }: { hex: number; characters: number }): string {
  const digits = id.replace(/[^0-9a-f]/g, '').slice(-hex);
  return base36(Number.parseInt(digits || '0', 16), characters);
}

function base36(value: number, characters: number): string {
  const text = value.toString(36).toUpperCase().padStart(characters, '0');
  assert(text.length === characters, 'a part of an order number has room');
  return text;
}
