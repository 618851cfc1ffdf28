import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language, SetupView } from '../../shared/contract/setup.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import { cliWords } from '../../shared/i18n/cli.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { machineLanguage } from '../host/machine-language.ts';
import { defaultDataDir, pathsOf } from '../host/paths.ts';
import { startFaultOf } from '../host/start-fault.ts';
import {
  type Desk,
  type Fault,
  fault,
  faultJson,
  messageOf,
  type Outcome,
  sentenceOf,
  type TillDesk,
} from './answer.ts';
import { type Asked, asksForJson, type Options, readArguments } from './arguments.ts';
import { doctor } from './doctor/doctor.ts';
import { type OpenTill, openTill } from './open-till.ts';
import { exportAudit } from './words/audit.ts';
import { backUp, verifyFile } from './words/backup.ts';
import { exportSales } from './words/export.ts';
import { exportGoods } from './words/export-goods.ts';
import { exportInvoices } from './words/export-invoices.ts';
import { importFile, readPriceList } from './words/import.ts';
import { readCode } from './words/read-code.ts';
import { search } from './words/search.ts';
import { setPin } from './words/set-pin.ts';
import { undoImport } from './words/undo-import.ts';
import { verify } from './words/verify.ts';

/** The process around the command line. */
export type Terminal = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  readonly write: (text: string) => Promise<void>;
  readonly progress: (text: string) => void;
};

/** 0: done and in order. 1: refused, failed, or found something out of order. 2: used wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Does what the arguments ask and says it; results go to `write`, everything for people who wait or erred to `progress`. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(argv);
  if (!read.ok) {
    const desk = deskFor({ data: undefined, json: asksForJson(argv), language: undefined }, terminal);
    await complain({ code: 'wrong-use', params: { detail: read.refusal } }, desk);
    if (!desk.json) for (const line of desk.words.usage) terminal.progress(line);
    return 2;
  }
  const { asked, ...options } = read.value;
  const desk = deskFor(options, terminal);
  if (asked.do === 'help') {
    await tell(desk, { usage: desk.words.usage }, desk.words.usage);
    return 0;
  }
  const { outcome, speaks } = await perform(asked, desk, options, terminal);
  if (!outcome.ok) {
    await complain(outcome.refusal, speaks);
    return outcome.refusal.code === 'wrong-use' ? 2 : 1;
  }
  const { good, json, lines } = outcome.value;
  await tell(speaks, json, lines);
  return good ? 0 : 1;
}

type Done = {
  readonly outcome: Outcome /** In the till's own language, once it is known. */;
  readonly speaks: Desk;
};

type Task = Exclude<Asked, { do: 'help' | 'doctor' | 'verify-file' }>;

async function perform(
  asked: Exclude<Asked, { do: 'help' }>,
  desk: Desk,
  options: Options,
  terminal: Terminal,
): Promise<Done> {
  if (asked.do === 'doctor') return doctor(desk, till => inTillsWords(desk, till, options));
  if (asked.do === 'verify-file') return { outcome: verifyFile(desk, asked.file), speaks: desk };
  const hasTill = terminal.exists(pathsOf(desk.data).database);
  const needsTill = asked.do !== 'import' && asked.do !== 'read-code';
  if (needsTill && !hasTill) return { outcome: fault('no-till', { data: desk.data }), speaks: desk };
  const work = await prepare(asked, hasTill);
  if (!work.ok) return { outcome: work, speaks: desk };
  // A code can be read without a till; then nothing is left behind for having asked.
  const borrowed =
    asked.do === 'read-code' && !hasTill ? mkdtempSync(path.join(tmpdir(), 'evertill-')) : undefined;
  try {
    const opened = await open(borrowed ?? desk.data, desk);
    if (!opened.ok) return { outcome: opened, speaks: desk };
    return await speak(desk, opened.value, work.value, till => inTillsWords(desk, till, options));
  } finally {
    if (borrowed) rmSync(borrowed, { recursive: true, force: true });
  }
}

type Work = (desk: TillDesk) => Promise<Outcome>;

/** Does what needs no till, and gives the work that does. */
async function prepare(asked: Task, hasTill: boolean): Promise<Result<Work, Fault>> {
  switch (asked.do) {
    case 'import': {
      const list = await readPriceList(asked.file);
      return list.ok ? ok(desk => importFile(desk, list.value, asked.how)) : list;
    }
    case 'undo-import':
      return ok(undoImport);
    case 'search':
      return ok(desk => search(desk, asked.text, asked.limit));
    case 'verify':
      return ok(desk => verify(desk, asked.gateway));
    case 'backup':
      return ok(desk => backUp(desk, asked.to));
    case 'export':
      return ok(desk => exports[asked.what](desk, asked.file));
    case 'audit':
      return ok(async desk => exportAudit(desk, asked.file, await setupOf(desk.till)));
    case 'read-code':
      return ok(desk => readCode(desk, asked.text, hasTill));
    case 'set-pin':
      return ok(async desk => setPin(desk, asked.name, (await setupOf(desk.till)).staff));
  }
}

const exports = {
  sales: exportSales,
  invoices: exportInvoices,
  goods: async (desk: TillDesk, file: string | undefined) =>
    exportGoods(desk, file, minorDigits((await setupOf(desk.till)).currency)),
};

async function speak(
  desk: Desk,
  till: OpenTill,
  work: Work,
  inItsWords: (till: OpenTill) => Promise<Desk>,
): Promise<Done> {
  let speaks = desk;
  try {
    speaks = await inItsWords(till);
    return { outcome: await work({ ...speaks, till }), speaks };
  } catch (error) {
    // Words of the till never throw; the wire to it can be cut.
    return { outcome: fault('wire-cut', { reason: messageOf(error) }), speaks };
  } finally {
    await till.close();
  }
}

async function open(data: string, { data: named }: Desk): Promise<Result<OpenTill, Fault>> {
  try {
    const till = await openTill(data);
    return till ? ok(till) : fault('till-does-not-answer', { data: named });
  } catch (error) {
    const known = startFaultOf(error, data);
    if (known) return fault(known, { data: named });
    return fault('till-does-not-open', { data: named, reason: messageOf(error) });
  }
}

/** The desk in the language and currency of the till, unless a language was asked for. */
async function inTillsWords(desk: Desk, till: OpenTill, options: Options): Promise<Desk> {
  const setup = await setupOf(till);
  const language = options.language ?? (setup.firstRun ? desk.language : setup.language);
  return { ...desk, ...wordsIn(language, setup.currency) };
}

/** What the till says of itself now. */
const setupOf = (till: OpenTill): Promise<SetupView> =>
  new Promise((resolve, reject) => {
    const stop = till.watch('setup.state', answer => {
      queueMicrotask(() => stop());
      if (answer.ok) resolve(answer.value);
      else reject(new Error(answer.refusal.code));
    });
  });

function deskFor(options: Options, { variables, write, progress }: Terminal): Desk {
  const language = options.language ?? machineLanguage(variables);
  return {
    data: path.resolve(options.data ?? defaultDataDir(false)),
    json: options.json,
    ...wordsIn(language, 'CNY'),
    write,
    progress,
  };
}

const wordsIn = (
  language: Language,
  currency: string,
): Pick<Desk, 'language' | 'words' | 'messages' | 'formats'> => ({
  language,
  words: cliWords[language],
  messages: messagesOf(language),
  formats: formatsFor(language, currency),
});

async function tell(desk: Desk, json: unknown, lines: readonly string[]): Promise<void> {
  if (desk.json) {
    if (json !== undefined) await desk.write(`${JSON.stringify(json)}\n`);
  } else if (lines.length > 0) {
    await desk.write(`${lines.join('\n')}\n`);
  }
}

async function complain(found: Fault, desk: Desk): Promise<void> {
  const sentence = sentenceOf(found, desk);
  if (desk.json) return desk.write(`${JSON.stringify(faultJson(found, sentence))}\n`);
  desk.progress(sentence.what);
  if (sentence.todo) desk.progress(desk.words.todo(sentence.todo));
}
