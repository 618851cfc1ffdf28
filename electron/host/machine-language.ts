import type { Language } from '../../shared/contract/setup.ts';

/** The language of whoever set the machine up: English where the system says so; Chinese where it says so, or nothing. */
export function machineLanguage(variables: Readonly<Record<string, string | undefined>>): Language {
  const tag = variables.LC_ALL || variables.LC_MESSAGES || variables.LANG || '';
  return /^en/i.test(tag) ? 'en' : 'zh-CN';
}
