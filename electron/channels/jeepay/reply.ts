import type { Doubt } from '../../../shared/domain/payment/answer.ts';
import { clip, tameText } from '../../../shared/lib/text.ts';
import type { ChannelReply } from '../channel.ts';
import { type Fields, isSigned } from './signing.ts';

/** What a reply of Jeepay's amounts to, before anybody asks what it means for an order. */
export type Told =
  /** Signed with our secret. */
  | { readonly kind: 'data'; readonly data: Fields }
  | Refused
  | Extract<ChannelReply, { kind: 'not-sent' }>
  | Unknown;

/** Jeepay's no. It is never signed: only TLS says that it is Jeepay's. */
export type Refused = {
  readonly kind: 'refused';
  readonly said: string;
  /** It has no such order, or no such refund: this very text and no other. */
  readonly orderUnknown: boolean;
};

export type Unknown = { readonly kind: 'unknown'; readonly why: Doubt };

export const unknown = (why: Doubt): Unknown => ({ kind: 'unknown', why });

/** An order is believed signed only. A close that went wrong on the way to the wallet is an empty text. */
export function readReply(reply: ChannelReply, secret: string): Told {
  if (reply.kind === 'not-sent') return reply;
  if (reply.kind === 'lost') return unknown(reply.why);
  if (reply.status >= 500) return unknown('provider-trouble');
  const { code, msg, data, sign } = readFields(reply.text) ?? {};
  if (code === 0 && isFields(data)) {
    return isSigned(data, sign, secret) ? { kind: 'data', data } : unknown('bad-signature');
  }
  if (!Number.isInteger(code) || code === 0 || typeof msg !== 'string') return unknown('unreadable');
  return { kind: 'refused', said: msg, orderUnknown: msg === '订单不存在' };
}

/** What Jeepay says, as it may stand on screens and in logs: harmless, short, and long numbers cut to their end. */
export const forPeople = (said: string): string =>
  clip(tameText(said).replace(/\d{9,}(?=\d{4})/g, '…'), saidMax);
const saidMax = 120;

function readFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined; // Not JSON, so nothing that Jeepay signs; the caller says so.
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
