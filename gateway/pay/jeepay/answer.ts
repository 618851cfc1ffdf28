import { json, type ReplyOutcome } from '../outcome.ts';
import { practiceMerchant } from './merchant.ts';
import { type Fields, signatureOf } from './signing.ts';

/** What Jeepay says, before it is signed: only what went well (`data`) ever is. */
export type Answer = { readonly code: number; readonly msg: string; readonly data?: Fields };

export const well = (data: Fields): Answer => ({ code: 0, msg: 'SUCCESS', data });
export const fail = (msg: string, code = 9999): Answer => ({ code, msg });

/** The signature covers `data` alone: of an empty one it is the same every time, and proves nothing. */
export function say({ code, msg, data }: Answer): ReplyOutcome {
  const sign = data && signatureOf(data, practiceMerchant.appSecret);
  return json(JSON.stringify({ code, data, msg, sign }));
}

/** As `say`, but with a signature that is not the one of `data`. */
export const sayMissigned = ({ code, msg, data }: Answer, sign?: string): ReplyOutcome =>
  json(JSON.stringify({ code, data, msg, sign }));

/** What Jeepay answers where its own code gives up without a word: status 200, no body. */
export const sayNothing: ReplyOutcome = json('');
