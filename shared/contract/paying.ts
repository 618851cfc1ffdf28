import { z } from 'zod';
import type { SaleId } from '../domain/sale.ts';
import { Amount, CartIdField } from './fields.ts';
import type { FinishedSale } from './selling.ts';
import { command } from './word.ts';

export type PaidView = FinishedSale & { readonly number: number; readonly sale: SaleId };

export const paying = {
  /** Settles the cart in cash. `due` is what the screen showed: another sum means the cart has changed meanwhile. */
  cash: command(
    'sell',
    z.object({ cart: CartIdField, due: Amount, given: Amount, confirmed: z.boolean().optional() }),
  ).returns<PaidView>(),
};
