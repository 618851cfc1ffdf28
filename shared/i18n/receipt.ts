import type { Language } from '../contract/setup.ts';
import { receipt as en } from './en/receipt.ts';
import { report as enReport } from './en/report.ts';
import { receipt as zhCN } from './zh-CN/receipt.ts';
import { report as zhCNReport } from './zh-CN/report.ts';

/** The words on paper, by the till's language; the core lays receipts out, so it needs these and no others. */
export const receiptWords: Readonly<Record<Language, typeof zhCN>> = { 'zh-CN': zhCN, en };
export const shiftReportWords: Readonly<Record<Language, typeof zhCNReport>> = {
  'zh-CN': zhCNReport,
  en: enReport,
};
export type ShiftReportWords = typeof zhCNReport;
export type ReceiptWords = typeof zhCN;
