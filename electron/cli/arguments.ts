import { parseArgs } from 'node:util';
import { absentPolicies, duplicatePolicies } from '../../shared/contract/catalog.ts';
import { type Language, languages } from '../../shared/contract/setup.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import type { ImportChoices } from './words/import.ts';

const exported = ['sales', 'invoices', 'goods'] as const;
export type Exported = (typeof exported)[number];

/** What the command line was asked to do. */
export type Asked =
  | { readonly do: 'help' }
  | { readonly do: 'import'; readonly file: string; readonly how: ImportChoices }
  | { readonly do: 'undo-import' }
  | { readonly do: 'search'; readonly text: string; readonly limit: number }
  | { readonly do: 'verify'; readonly gateway: boolean }
  | { readonly do: 'verify-file'; readonly file: string }
  | { readonly do: 'backup'; readonly to: string | undefined }
  | { readonly do: 'export'; readonly what: Exported; readonly file: string | undefined }
  | { readonly do: 'audit'; readonly file: string | undefined }
  | { readonly do: 'doctor' }
  | { readonly do: 'read-code'; readonly text: string }
  | { readonly do: 'set-pin'; readonly name: string };

export type Options = {
  readonly data: string | undefined;
  readonly json: boolean;
  readonly language: Language | undefined;
};

const limitDefault = 20;
const limitMax = 50;
const searchMax = 80;

/**
 * Reads the words behind `evertill`. The refusal names what is not understood. `json` is found out even
 * then, because the complaint has to come in the form that was asked for.
 */
export function readArguments(argv: readonly string[]): Result<Options & { readonly asked: Asked }, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        limit: { type: 'string' },
        rejects: { type: 'string' },
        duplicates: { type: 'string' },
        absent: { type: 'string' },
        gateway: { type: 'boolean', default: false },
        what: { type: 'string' },
        to: { type: 'string' },
        file: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { data, json, lang, help, ...own } = values;
    const language = languages.find(each => each === lang);
    if (lang !== undefined && !language) return no(`--lang ${lang}`);
    if (data === '') return no('--data');
    const asked: Result<Asked, string> = help ? ok({ do: 'help' }) : readWord(positionals, own);
    return asked.ok ? ok({ data, json, language, asked: asked.value }) : asked;
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error));
  }
}

/** Whether the answer has to be JSON, even where nothing else could be understood. */
export const asksForJson = (argv: readonly string[]): boolean => argv.includes('--json');

/** Options that belong to one word each. */
type OwnOptions = {
  readonly [Name in 'limit' | 'rejects' | 'duplicates' | 'absent' | 'to' | 'file' | 'what']?:
    | string
    | undefined;
} & {
  readonly gateway: boolean;
};

function readWord(
  [word, ...rest]: readonly string[],
  { limit, rejects, duplicates, absent, to, file, what, gateway }: OwnOptions,
): Result<Asked, string> {
  const few = (least: number, most: number) => rest.length >= least && rest.length <= most;
  if (limit !== undefined && word !== 'search') return no('--limit');
  if (rejects !== undefined && word !== 'import') return no('--rejects');
  if (duplicates !== undefined && word !== 'import') return no('--duplicates');
  if (absent !== undefined && word !== 'import') return no('--absent');
  if (to !== undefined && (word !== 'backup' || to === '')) return no('--to');
  if (file !== undefined && (word !== 'verify' || file === '')) return no('--file');
  if (what !== undefined && word !== 'export') return no('--what');
  if (gateway && word !== 'verify') return no('--gateway');
  switch (word) {
    case undefined:
    case 'help':
      return ok({ do: 'help' });
    case 'import':
      return few(1, 1) ? readImport(rest[0]!, rejects, duplicates, absent) : no('import FILE');
    case 'search':
      return readSearch(rest.join(' '), limit);
    case 'backup':
      return few(0, 0) ? ok({ do: word, to }) : no('backup [--to DIR]');
    case 'verify':
      if (!few(0, 0)) return no(`${word} ${rest[0]}`);
      return ok(file === undefined ? { do: word, gateway } : { do: 'verify-file', file });
    case 'undo-import':
    case 'doctor':
      return few(0, 0) ? ok({ do: word }) : no(`${word} ${rest[0]}`);
    case 'export':
      return few(0, 1) ? readExport(rest[0], what) : no('export [FILE]');
    case 'audit':
      return few(0, 1) ? ok({ do: word, file: rest[0] }) : no(`${word} [FILE]`);
    case 'read-code':
      return few(1, 1) && rest[0] !== '' ? ok({ do: word, text: rest[0]! }) : no('read-code TEXT');
    case 'set-pin':
      return few(1, 1) ? ok({ do: word, name: rest[0]! }) : no('set-pin NAME');
    default:
      return no(word.slice(0, 40));
  }
}

function readImport(
  file: string,
  rejects: string | undefined,
  duplicates: string | undefined,
  absent: string | undefined,
): Result<Asked, string> {
  const known = {
    duplicates: duplicatePolicies.find(each => each === duplicates),
    absent: absentPolicies.find(each => each === absent),
  };
  if (duplicates !== undefined && !known.duplicates) return no(`--duplicates ${duplicates}`);
  if (absent !== undefined && !known.absent) return no(`--absent ${absent}`);
  const how = {
    rejects,
    ...(known.duplicates ? { duplicates: known.duplicates } : {}),
    ...(known.absent ? { absent: known.absent } : {}),
  };
  return ok({ do: 'import', file, how });
}

function readExport(file: string | undefined, wanted = 'sales'): Result<Asked, string> {
  const what = exported.find(each => each === wanted);
  return what ? ok({ do: 'export', what, file }) : no(`--what ${wanted}`);
}

function readSearch(text: string, limit: string | undefined): Result<Asked, string> {
  if (text.trim() === '' || text.length > searchMax) return no('search TEXT');
  if (limit === undefined) return ok({ do: 'search', text, limit: limitDefault });
  const count = /^\d{1,2}$/.test(limit) ? Number(limit) : 0;
  return count >= 1 && count <= limitMax ? ok({ do: 'search', text, limit: count }) : no(`--limit ${limit}`);
}
