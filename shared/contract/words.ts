import type { z } from 'zod';
import type { Result } from '../lib/result.ts';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { catalog } from './catalog.ts';
import { invoicing } from './invoicing.ts';
import { paying } from './paying.ts';
import { practice } from './practice.ts';
import { printing } from './printing.ts';
import { refunding } from './refunding.ts';
import type { Refusal } from './refusals.ts';
import { reports } from './reports.ts';
import { selling } from './selling.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { shifts } from './shifts.ts';
import { syncing } from './syncing.ts';
import type { Word, WordKind } from './word.ts';

/** Everything the page, the command line and the devices can say to the core, by feature. */
export const words = {
  session,
  setup,
  selling,
  paying,
  refunding,
  catalog,
  shifts,
  printing,
  invoicing,
  syncing,
  backups,
  audit,
  reports,
  practice,
} as const;

type Words = typeof words;
type NamesIn<F extends keyof Words> = { [W in keyof Words[F] & string]: `${F}.${W}` }[keyof Words[F] &
  string];
/** `feature.word`, as it goes over the wire. */
export type WordName = { [F in keyof Words]: NamesIn<F> }[keyof Words];

export type WordOf<Name extends WordName> = Name extends `${infer F extends keyof Words}.${infer W}`
  ? W extends keyof Words[F]
    ? Words[F][W]
    : never
  : never;

type NameOfKind<Kind extends WordKind> = {
  [Name in WordName]: WordOf<Name> extends { readonly kind: Kind } ? Name : never;
}[WordName];
export type CommandName = NameOfKind<'command'>;
export type QueryName = NameOfKind<'query'>;
export type WatchName = NameOfKind<'watch'>;

/** What a caller hands over, before the door has checked it. */
export type InputOf<Name extends WordName> =
  WordOf<Name> extends { readonly input: infer I extends z.ZodType } ? z.input<I> : never;
/** What a handler gets, checked and tamed. */
export type CheckedOf<Name extends WordName> =
  WordOf<Name> extends { readonly input: infer I extends z.ZodType } ? z.output<I> : never;
export type OutputOf<Name extends WordName> =
  WordOf<Name> extends { readonly output?: infer O } ? Exclude<O, undefined> : never;

export type Answer<T> = Result<T, Refusal>;
export type AnswerOf<Name extends WordName> = Answer<OutputOf<Name>>;

/** The word of that name, or undefined for text that is none. */
export function findWord(name: string): Word | undefined {
  const [feature = '', word = '', ...rest] = name.split('.');
  if (rest.length > 0 || !Object.hasOwn(words, feature)) return undefined;
  const family = words[feature as keyof Words] as Readonly<Record<string, Word>>;
  return Object.hasOwn(family, word) ? family[word] : undefined;
}

export const wordNames = Object.entries(words).flatMap(([feature, family]) =>
  Object.keys(family).map(word => `${feature}.${word}`),
) as WordName[];
