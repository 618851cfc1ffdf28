import type { InputOf } from '../../../shared/contract/words.ts';

export type EnrolDraft = { readonly url: string; readonly code: string; readonly fingerprint: string };
export const emptyEnrolDraft: EnrolDraft = { url: '', code: '', fingerprint: '' };
export type EnrolFault = keyof EnrolDraft;

/** The draft as it goes to the core: blanks and dashes that people write between digits are left out. */
export function enrolInput(draft: EnrolDraft): InputOf<'syncing.enrol'> {
  const fingerprint = draft.fingerprint.replace(/[\s:]/g, '');
  return {
    url: draft.url.trim(),
    code: draft.code.normalize('NFKC').replace(/[\s-]/g, ''),
    ...(fingerprint === '' ? {} : { fingerprint }),
  };
}

/** What keeps it from being sent. Plain HTTP needs no fingerprint; where it is allowed at all the core decides. */
export function enrolFaults(draft: EnrolDraft): readonly EnrolFault[] {
  const { url, code, fingerprint = '' } = enrolInput(draft);
  const faults: EnrolFault[] = [];
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) faults.push('url');
  if (!/^\d{8}$/.test(code)) faults.push('code');
  if (!url.startsWith('http:') && !/^[0-9a-f]{64}$/i.test(fingerprint)) faults.push('fingerprint');
  return faults;
}
