import type { Language } from '../contract/setup.ts';

/** What stands where a person's name has been erased, in lists and on paper; `tail` is the end of their id. */
export const forgottenName: Readonly<Record<Language, (tail: string) => string>> = {
  'zh-CN': tail => `员工 …${tail}`,
  en: tail => `Staff …${tail}`,
};
