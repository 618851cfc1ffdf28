import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** One edit of a source file: `from` must stand in it exactly once. */
type Edit = { readonly file: string; readonly from: string; readonly to: string };

const step = 'shared/domain/payment/step.ts';
const refund = 'shared/domain/payment/refund.ts';
const core = 'electron/core/core.ts';
const jeepay = 'electron/channels/jeepay/channel.ts';
const orders = 'electron/channels/jeepay/orders.ts';
const codes = 'electron/features/paying/codes.ts';
const paying = 'electron/features/paying/feature.ts';
const deskItems = 'electron/features/paying/desk-items.ts';

/** What the till does with an order whose answer did not come. */
const submitsAgain = (when: string): Edit => ({
  file: jeepay,
  from: `const submitted = readSubmitted(await ask('/api/pay/unifiedOrder', fields, deadlinesMs.submit), charge);`,
  to: `let submitted = readSubmitted(await ask('/api/pay/unifiedOrder', fields, deadlinesMs.submit), charge);
      if (typeof submitted !== 'string' && submitted.kind === 'unknown' && ${when}) {
        const other = charge.order + 'X';
        const next = await ask('/api/pay/unifiedOrder', { ...fields, mchOrderNo: other }, deadlinesMs.submit);
        submitted = readSubmitted(next, { ...charge, order: other });
        if (submitted === 'says-paid') return { kind: 'paid', amount: charge.amount, providerNumber: other };
      }`,
});

/**
 * Mistakes that a payment program can make, as edits of this one's sources: each was made by somebody. A
 * simulator is believed as far as it has been seen to catch them.
 */
export const mutants: Readonly<Record<string, readonly Edit[]>> = {
  'new number after a timeout': [submitsAgain(`submitted.why === 'timeout'`)],
  'charged elsewhere after an unknown': [submitsAgain('true')],
  'not-found is final': [
    {
      file: step,
      from: `    case 'cancelled':
      return payment.state.name === 'submitting' ? undefined : end(payment, { name: 'cancelled' });`,
      to: `    case 'not-found':
    case 'cancelled':
      return payment.state.name === 'submitting' ? undefined : end(payment, { name: 'cancelled' });`,
    },
  ],
  'cancel success believed': [
    {
      file: step,
      from: `const proved = asked === 'cancel' && answer.kind !== 'paid' ? undefined : proof(payment, answer);`,
      to: 'const proved = proof(payment, answer);',
    },
  ],
  'failed is believed': [
    {
      file: orders,
      from: 'return failed(data, order);',
      to: `return { kind: 'declined', reason: 'other', said: '' };`,
    },
  ],
  'closed is believed': [
    {
      file: orders,
      from: `return order.seen && order.cancelAccepted ? { kind: 'cancelled' } : unknown('provider-trouble');`,
      to: `return { kind: 'cancelled' };`,
    },
  ],
  'no remembered command': [{ file: core, from: 'if (remembered) return remembered;', to: '' }],
  'code re-sent after a restart': [
    {
      file: step,
      from: `return answered(payment, 'submit', { kind: 'unknown', why: 'restarted' }, at);`,
      to: `return ask(payment, 'submit', 0);`,
    },
    {
      file: codes,
      from: `readonly #kept = new Map<Kept, { readonly code: TakenCode; readonly cancel: Cancel }>();`,
      to: 'readonly #kept: Map<string, any> = ((globalThis as any).keptCodes ??= new Map());',
    },
  ],
  'lost cancel counts as cancelled': [
    {
      file: step,
      from: `  if (asked === 'cancel') {`,
      to: `  if (asked === 'cancel') {
    if (answer.kind === 'unknown') return end(payment, { name: 'cancelled' });`,
    },
  ],
  'refund re-sent under a new number': [
    {
      file: refund,
      from: `      return unknown({ ...refund, asks, astray, doubt: answer.why }, waitMs);`,
      to: `      const numbers: Refund['numbers'] = [...refund.numbers, nextTry(lastNumber(refund), refund.numbers.length + 1)];
      return ask({ ...refund, asks, numbers: numbers.length < 5 ? numbers : refund.numbers }, 'refund', waitMs);`,
    },
  ],
  'a refund nobody knows of is shown to nobody': [
    {
      file: deskItems,
      from: `const deskRefundNames = ['refund-failed', 'refund-unknown'] as const;`,
      to: `const deskRefundNames = ['refund-failed'] as const;`,
    },
  ],
  'money between two shifts makes no sale': [
    {
      file: paying,
      from: 'for (const intent of parkedIntents(tx.db)) completeIntent(tx, ports, intent);',
      to: '',
    },
  ],
  'late money is dropped': [
    {
      file: step,
      from: `if (!known.wanted) return end(known, { name: 'late-paid' });`,
      to: `if (!known.wanted) return end(known, { name: 'cancelled' });`,
    },
  ],
};

/** From here on this process loads the mutant's sources in place of the real ones; nothing of them may be loaded yet. */
export function becomeMutant(name: string): void {
  const edits = mutants[name];
  if (!edits) throw new Error(`no such mutant: ${name}; there are ${Object.keys(mutants).join(', ')}`);
  const root = new URL('../../', import.meta.url);
  registerHooks({
    load(url, context, nextLoad) {
      const mine = edits.filter(({ file }) => new URL(file, root).href === url);
      if (mine.length === 0) return nextLoad(url, context);
      const source = mine.reduce(edited, readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

function edited(source: string, { file, from, to }: Edit): string {
  const pieces = source.split(from);
  if (pieces.length !== 2) throw new Error(`${file} holds ${pieces.length - 1} times: ${from}`);
  return pieces.join(to);
}
