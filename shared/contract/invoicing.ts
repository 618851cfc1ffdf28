import { z } from 'zod';
import type { InvoiceToIssue } from '../domain/invoice/hand-over.ts';
import { type Buyer, type InvoiceState, invoiceNumber, invoiceStates } from '../domain/invoice/invoice.ts';
import type { Minor } from '../domain/money.ts';
import { tameText } from '../lib/text.ts';
import { Label, NameField } from './fields.ts';
import { command, query, watch } from './word.ts';

export type InvoiceView = {
  /** Number of the sale. */
  readonly sale: number;
  readonly receipt: string;
  readonly state: InvoiceState;
  /** What the invoice comes to, or would if it were asked for now. */
  readonly amount: Minor;
  /** Null where nobody has asked, and where what was told has been erased since. */
  readonly buyer: Buyer | null;
  /** Wall ms; null where nobody has asked. */
  readonly requestedAt: number | null;
  readonly number: string | null;
  readonly redNumber: string | null;
};

/** Empty where none is wanted. */
export const EmailField = z.union([z.literal(''), z.email().max(100)]);

const sale = z.int().min(1);
/** Digits that no mask may touch, so this is no `Label`; the feature reads them. */
const typed = (charactersMax: number) => z.string().max(charactersMax).transform(tameText);
const number = z.string().regex(invoiceNumber);

export const invoicing = {
  of: watch('sell', z.object({ sale })).returns<InvoiceView | null>(),
  /** Newest sale first; `text` is looked for in receipt, title, tax number and invoice number. */
  list: watch(
    'manage-invoices',
    z.object({
      state: z.enum(invoiceStates).exclude(['none']),
      text: z.string().max(60),
      beforeNumber: z.int().min(1).nullable(),
      limit: z.int().min(1).max(50),
    }),
  ).returns<readonly InvoiceView[]>(),
  request: command(
    'sell',
    z.object({
      sale,
      kind: z.enum(['company', 'person']),
      title: NameField(100),
      /** Left out of account for a person. */
      taxNumber: typed(40),
      email: EmailField,
      phone: Label(30),
    }),
  ).returns<Record<string, never>>(),
  /** The customer does not want it any more, or something in it is wrong: it can then be asked for anew. */
  withdraw: command('sell', z.object({ sale })).returns<Record<string, never>>(),
  markIssued: command('manage-invoices', z.object({ sale, number })).returns<Record<string, never>>(),
  markRed: command('manage-invoices', z.object({ sale, number })).returns<Record<string, never>>(),
  /** Requests that wait for the invoicing service, oldest sale first, from `afterNumber` on. */
  toIssue: query(
    'view-reports',
    z.object({ afterNumber: z.int().min(0), limit: z.int().min(1).max(200) }),
  ).returns<readonly InvoiceToIssue[]>(),
};
