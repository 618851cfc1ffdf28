import type { Language } from '../contract/setup.ts';
import { start as en } from './en/start.ts';
import type { Sentence } from './index.ts';
import { start as zhCN } from './zh-CN/start.ts';

/** Why a till can't start on its data folder, as far as the person in front of it can do something about it. */
export const startFaults = ['taken', 'disk-full', 'read-only', 'no-permission', 'not-a-folder'] as const;
export type StartFaultCode = (typeof startFaults)[number];

export type StartSentences = {
  readonly [Code in StartFaultCode]: (fault: { readonly data: string }) => Sentence;
};

/** Said before there is a till that knows its language: in the machine's. */
export const startSentences: Readonly<Record<Language, StartSentences>> = { 'zh-CN': zhCN, en };
