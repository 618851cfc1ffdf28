import type { Outcome } from '../outcome.ts';
import type { Wallets, World } from '../wallets.ts';
import { say } from './answer.ts';
import { type Desk, openDesk } from './desk.ts';
import { type Form, readRequest } from './fields.ts';
import { close, orderForm, query } from './looking.ts';
import { submit, submitForm } from './paying.ts';
import { queryRefund, refund, refundForm, refundQueryForm } from './refunding.ts';
import type { Fields } from './signing.ts';

type Endpoint = { readonly form: Form; answer(desk: Desk, fields: Fields): Outcome };

const endpoints = {
  '/api/pay/unifiedOrder': { form: submitForm, answer: submit },
  '/api/pay/query': { form: orderForm, answer: query },
  '/api/pay/close': { form: orderForm, answer: close },
  '/api/refund/refundOrder': { form: refundForm, answer: refund },
  '/api/refund/query': { form: refundQueryForm, answer: queryRefund },
} as const satisfies Readonly<Record<string, Endpoint>>;

export type JeepayPath = keyof typeof endpoints;
export const jeepayPaths = Object.keys(endpoints) as readonly JeepayPath[];

/**
 * A Jeepay as it looks from outside, mistakes and all, read from its source (commit ba37111). `handle` is
 * given a path and a body, JSON or form, and answers at once; only the clock of `world` moves it otherwise.
 */
export function openJeepay(world: World, wallets: Wallets) {
  const desk = openDesk(world, wallets);
  return {
    handle(path: JeepayPath, body: string): Outcome {
      const { form, answer } = endpoints[path];
      const read = readRequest(form, body);
      return read.ok ? answer(desk, read.value) : say(read.refusal);
    },
  };
}
