import { no, ok, type Result } from '../../lib/result.ts';
import { foldWidth } from '../../lib/text.ts';

/** `unified`: 统一社会信用代码, proved by its check digit. `old`: a form from before 2015, which nothing proves. */
export type TaxNumber = { readonly text: string; readonly form: 'unified' | 'old' };
export type TaxNumberFault = 'missing' | 'shape' | 'check-digit';

/** The characters of GB 32100-2015 in the order of their values: no I, O, S, V, Z, which look like figures. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const unified = new RegExp(`^[${alphabet}]{18}$`);
/** 15: an organisation's; 17 and 20: a person's who trades, built on an identity card. */
const old = /^(?:[0-9A-Z]{15}|[0-9A-Z]{17}|[0-9A-Z]{20})$/;

/** Reads a tax number as people type it: with blanks and hyphens in it, in small letters, in full width. */
export function parseTaxNumber(typed: string): Result<TaxNumber, TaxNumberFault> {
  const text = foldWidth(typed).replace(/[\s-]/g, '').toUpperCase();
  if (text === '') return no('missing');
  if (old.test(text)) return ok({ text, form: 'old' });
  if (!unified.test(text)) return no('shape');
  return text.endsWith(checkCharacter(text)) ? ok({ text, form: 'unified' }) : no('check-digit');
}

/** The 18th character over the first 17: weights are powers of 3, all modulo 31 (GB 32100-2015, 5.6). */
export function checkCharacter(code: string): string {
  let total = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    total += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (total % 31)) % 31]!;
}
