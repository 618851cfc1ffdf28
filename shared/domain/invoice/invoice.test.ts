import { describe, expect, test } from 'vitest';
import { minor, zero } from '../money.ts';
import { afterRefund, type InvoiceAct, invoiceStates, leadsTo } from './invoice.ts';

const left = minor(100);

describe('an invoice', () => {
  test('is asked for, issued and taken back, in that order', () => {
    expect(leadsTo('request', 'none')).toBe('requested');
    expect(leadsTo('issue', 'requested')).toBe('issued');
    expect(leadsTo('red', 'issued')).toBe('red');
  });

  test('is never asked for twice, and again only once the first is out of the world', () => {
    const may = (act: InvoiceAct) => invoiceStates.filter(state => leadsTo(act, state) !== undefined);
    expect(may('request')).toEqual(['none', 'withdrawn', 'red']);
    expect(may('withdraw')).toEqual(['requested']);
    expect(may('issue')).toEqual(['requested', 'withdrawn']);
    expect(may('red')).toEqual(['issued', 'needs-red']);
  });

  test('that was issued though it had been withdrawn has to be taken back', () => {
    expect(leadsTo('issue', 'withdrawn')).toBe('needs-red');
  });
});

describe('when goods come back', () => {
  test('an issued invoice needs a red one, however little came back', () => {
    expect(afterRefund('issued', left)).toBe('needs-red');
    expect(afterRefund('issued', zero)).toBe('needs-red');
  });

  test('a request goes on for what the customer keeps, and falls away with the last of it', () => {
    expect(afterRefund('requested', left)).toBe('requested');
    expect(afterRefund('requested', zero)).toBe('withdrawn');
  });

  test('nothing else changes', () => {
    for (const state of ['none', 'withdrawn', 'needs-red', 'red'] as const)
      expect(afterRefund(state, zero)).toBe(state);
  });
});
