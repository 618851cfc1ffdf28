import type { Language } from '../contract/setup.ts';
import { receipt as en } from './en/receipt.ts';
import { receipt as zhCN } from './zh-CN/receipt.ts';

/** The words on paper, by the till's language; the core lays receipts out, so it needs these and no others. */
export const receiptWords: Readonly<Record<Language, typeof zhCN>> = { 'zh-CN': zhCN, en };
export type ReceiptWords = typeof zhCN;
