import type { Language } from '../contract/setup.ts';
import type { GatewayProof } from '../contract/syncing.ts';
import type { BackupFault } from '../domain/facts/backups.ts';
import type { JournalHarm } from '../domain/journal-head.ts';
import type { Wallet } from '../domain/wallet-codes.ts';
import { cli as en } from './en/cli.ts';
import type { Sentence } from './index.ts';
import type { StartFaultCode } from './start.ts';
import { cli as zhCN } from './zh-CN/cli.ts';

/** The operator's command line, by language. */
export const cliWords: Readonly<Record<Language, CliWords>> = { 'zh-CN': zhCN, en };

/** What only a command line can stumble over; refusals of the till have sentences of their own. */
export type CliFaults = {
  'wrong-use': { readonly detail: string };
  'file-not-found': { readonly file: string };
  'file-not-readable': { readonly file: string; readonly reason: string };
  'file-not-written': { readonly file: string; readonly reason: string };
  'file-exists': { readonly file: string };
  'no-till': { readonly data: string };
  'till-does-not-answer': { readonly data: string };
  'till-does-not-open': { readonly data: string; readonly reason: string };
  'wire-cut': { readonly reason: string };
  'no-such-staff': { readonly name: string; readonly known: string };
  'pin-malformed': Record<string, never>;
  'import-stopped': { readonly failure: string };
} & { readonly [Code in StartFaultCode]: { readonly data: string } };
export type CliFaultCode = keyof CliFaults;

export type ImportFigures = {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly items: number;
  readonly ms: number;
};

/** What doctor looks at, and what it can find there. */
export type Findings = {
  node: { readonly version: string; readonly majorMin: number };
  folder: {
    readonly path: string;
    readonly problem: 'none' | 'missing' | 'not-a-folder' | 'not-writable' | 'open-to-others';
  };
  disk: { readonly freeMegabytes: number };
  durability: {
    readonly problem: 'none' | 'not-full' | 'not-written' | 'too-fast' | 'not-tried';
    readonly commitMs: number;
  };
  till: {
    readonly runs: 'here' | 'elsewhere' | 'nowhere';
    readonly problem: 'none' | 'no-answer' | 'does-not-open';
    readonly reason: string;
  };
  setup: { readonly done: boolean; readonly training: boolean };
  catalogue: { readonly items: number };
  journal: { readonly rows: number; readonly faultSeq: number; readonly how: JournalHarm | '' };
  tables: { readonly count: number; readonly differing: string };
  'device-process': { readonly answers: boolean };
  printer: { readonly state: 'absent' | 'connecting' | 'ready' | 'trouble'; readonly reason: string };
  scanner: { readonly state: 'absent' | 'connecting' | 'ready' | 'trouble'; readonly reason: string };
  gateway: {
    readonly link: 'not-enrolled' | 'connecting' | 'online' | 'degraded' | 'offline' | 'till-shut';
    readonly url: string;
    readonly reason: string;
    readonly waitingSales: number;
    readonly setAside: number;
  };
  /** `rows` 0: there is none yet. `why` is empty where the latest try went well. */
  backup: {
    readonly folder: string;
    readonly file: string;
    readonly at: number;
    readonly rows: number;
    readonly why: BackupFault | '';
  };
  vault: { readonly kind: 'keystore' | 'key-file' | 'weak'; readonly pinsLost: number };
  browser: { readonly path: string };
};
export type FindingName = keyof Findings;
export type FindingState = 'good' | 'warning' | 'bad';

/** The shape of every language of the command line. */
export type CliWords = {
  readonly usage: readonly string[];
  readonly faults: { readonly [Code in CliFaultCode]: (params: CliFaults[Code]) => Sentence };
  readonly todo: (todo: string) => string;
  readonly import: {
    readonly progress: (phase: 'reading' | 'building', done: number, total: number) => string;
    readonly done: (figures: ImportFigures) => readonly string[];
    readonly rejects: (file: string) => string;
    readonly rejectsHint: string;
    readonly undone: (file: string, time: string, items: number) => string;
  };
  readonly setPin: {
    readonly ask: (name: string) => string;
    readonly done: (name: string) => string;
    readonly secondFactorOff: string;
  };
  readonly search: { readonly none: (text: string) => string; readonly similar: string };
  readonly verify: {
    readonly rows: (rows: number) => string;
    readonly fault: (seq: number, how: JournalHarm) => string;
    readonly kept: (rows: number) => string;
    readonly gateway: Readonly<Record<GatewayProof, string>>;
    readonly earlier: (time: string, harm: string) => string;
    readonly tables: (count: number) => string;
    readonly differs: (table: string) => string;
    readonly good: string;
    readonly bad: string;
  };
  readonly backup: {
    readonly done: (file: string, rows: number, bytes: number) => string;
    /** What is wrong with a file that was to be a backup. */
    readonly faults: Readonly<
      Record<'not-a-till' | 'other-bytes' | 'broken-pages' | 'broken-journal' | 'other-head', string>
    >;
  };
  readonly audit: { readonly done: (file: string, rows: number) => string };
  readonly export: {
    readonly done: (file: string, sales: number) => string;
    readonly invoices: (file: string, invoices: number) => string;
    readonly goods: (file: string, goods: number) => string;
    readonly columns: Readonly<Record<ExportColumn, string>>;
  };
  readonly reading: {
    readonly goods: (code: string, count: number) => string;
    readonly label: (amount: string | null, grams: number | null) => string;
    readonly labelUnknown: (plu: string) => string;
    readonly payment: (wallet: Wallet, masked: string) => string;
    readonly paymentTodo: string;
    readonly mayBeCard: string;
    rules(version: string): string;
    card(masked: string): string;
    readonly link: string;
    readonly receipt: (receipt: string) => string;
    readonly short: (length: number) => string;
    readonly unknown: (tail: string, length: number) => string;
    readonly checkDigitWrong: string;
    readonly unknownTodo: string;
    readonly aim: (aim: string) => string;
    readonly withoutGoods: string;
  };
  readonly doctor: {
    readonly titles: Readonly<Record<FindingName, string>>;
    readonly states: Readonly<Record<FindingState, string>>;
    readonly findings: { readonly [Name in FindingName]: (found: Findings[Name]) => Sentence };
    readonly verdict: (bad: number, warnings: number) => string;
  };
};

/** Columns of exported sales, one row per line of a sale. */
export const exportColumns = [
  'receipt',
  'number',
  'time',
  'shift',
  'cashier',
  'line',
  'code',
  'name',
  'category',
  'unit',
  'quantity',
  'unitPrice',
  'gross',
  'lineDiscount',
  'ticketShare',
  'net',
  'tax',
  'paid',
  'currency',
  'taxRate',
  'offline',
  'training',
  'sale',
] as const;
export type ExportColumn = (typeof exportColumns)[number];
