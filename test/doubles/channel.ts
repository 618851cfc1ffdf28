import type { Channel, ChannelKind } from '../../electron/channels/channel.ts';
import { minor } from '../../shared/domain/money.ts';
import type { Answer } from '../../shared/domain/payment/answer.ts';
import type { RefundAnswer } from '../../shared/domain/payment/refund.ts';
import { ok } from '../../shared/lib/result.ts';

type Verb = 'submit' | 'query' | 'cancel' | 'refund' | 'queryRefund';

/** A provider that answers as it is told: the answers laid out for a verb in turn, the last of them for ever. */
export type TestChannel = {
  readonly kind: ChannelKind;
  /** Whether a probe gets through. */
  reachable: boolean;
  readonly asked: { readonly verb: Verb; readonly number: string; readonly code?: string }[];
  /** `'silent'` never answers. */
  says(verb: Verb, ...answers: (Answer | RefundAnswer | 'paid' | 'refunded' | 'silent')[]): void;
};

export function testChannel(): TestChannel {
  const asked: TestChannel['asked'][number][] = [];
  const scripts = new Map<Verb, (Answer | RefundAnswer | 'paid' | 'refunded' | 'silent')[]>();
  const answer = <T>(verb: Verb, number: string, amount: number, code?: string): Promise<T> => {
    asked.push(code === undefined ? { verb, number } : { verb, number, code });
    const script = scripts.get(verb) ?? [];
    const next = script.length > 1 ? script.shift()! : (script[0] ?? { kind: 'unknown', why: 'timeout' });
    if (next === 'silent') return new Promise(() => {});
    if (next === 'paid') return Promise.resolve({ kind: 'paid', amount, providerNumber: `P-${number}` } as T);
    if (next === 'refunded') return Promise.resolve({ kind: 'refunded', amount } as T);
    return Promise.resolve(next as T);
  };
  const channel: Channel = {
    submit: ({ order, amount }, code) => answer('submit', order, amount, code.reveal()),
    query: ({ order, amount }) => answer('query', order, amount),
    cancel: ({ order, amount }) => answer('cancel', order, amount),
    refund: ({ number, amount }) => answer('refund', number, amount),
    queryRefund: ({ number, amount }) => answer('queryRefund', number, amount),
    find: async providerNumber => {
      const order = /^P-(.+)$/.exec(providerNumber)?.[1];
      return order ? { kind: 'found', order, answer: { kind: 'pending' } } : { kind: 'not-found' };
    },
    test: async () =>
      double.reachable ? { kind: 'works', roundTripMs: 1 } : { kind: 'fails', why: 'unreachable', said: '' },
    close: () => {},
  };
  const double: TestChannel = {
    reachable: true,
    asked,
    says: (verb, ...answers) => void scripts.set(verb, answers),
    kind: {
      manifest: {
        id: 'test',
        title: { 'zh-CN': '测试通道', en: 'Test channel' },
        fields: [
          {
            key: 'merchant',
            kind: 'text',
            title: { 'zh-CN': '商户号', en: 'Merchant' },
            hint: { 'zh-CN': '', en: '' },
            lengthMax: 30,
          },
          {
            key: 'secret',
            kind: 'secret',
            title: { 'zh-CN': '密钥', en: 'Key' },
            hint: { 'zh-CN': '', en: '' },
            lengthMax: 200,
          },
        ],
        wallets: ['wechat', 'alipay'],
        currencies: ['CNY'],
        amountMax: minor(5_000_000),
        refundNumbers: 'new-after-failure',
        merchantField: 'merchant',
      },
      open: () => ok(channel),
    },
  };
  return double;
}

/** Fresh payment codes, each usable once: 18 digits of the wallet's own beginning. */
export function codeMaker(): (wallet?: 'wechat' | 'alipay') => string {
  let made = 0;
  return (wallet = 'wechat') => {
    made += 1;
    return `${wallet === 'wechat' ? '13' : '28'}${String(made).padStart(16, '0')}`;
  };
}
