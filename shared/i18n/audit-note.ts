import type { AuditRow, AuditTold } from '../contract/audit.ts';
import type { Messages } from './index.ts';

/** What a row is about, in words: the harm where it tells of one, else what the shop and the till say of it. */
export function auditNote({ harm, note, told }: AuditRow, messages: Messages): string {
  if (harm) return messages.harms[harm.how](harm.seq);
  return [told && toldText(told, messages), note].filter(Boolean).join(' · ');
}

/** Whoever did it: people by their names, the till and the command line in words. */
export function auditWho({ who }: AuditRow, { audit }: Messages): string {
  if (who === 'system') return audit.system;
  if (who === 'nobody') return audit.nobody;
  return who.startsWith('cli:') ? audit.commandLine(who.slice('cli:'.length)) : who;
}

function toldText(told: AuditTold, { audit, common, payments, selling }: Messages): string {
  switch (told.of) {
    case 'setting':
      return settingText(told, audit);
    case 'payment':
      return wordFor(payments.states, told.state);
    case 'permission':
      return wordFor(common.permissions, told.permission);
    case 'cash':
      return wordFor(audit.cashMoves, told.move);
    case 'reason':
      return wordFor({ ...selling.price.reasons, ...selling.removal.reasons }, told.reason);
  }
}

/** Settings of one value say it before and after; of the others it is enough that they changed. */
function settingText(
  told: Extract<AuditTold, { of: 'setting' }>,
  { settings, values, change }: Messages['audit'],
): string {
  const name = wordFor(settings, told.setting);
  const [before, after] = [told.before, told.after].map(value =>
    typeof value === 'object' ? null : wordFor(values, String(value)),
  );
  return before == null || after == null ? name : change(name, before || '–', after || '–');
}

/** A journal outlives the words of its time: what has none any more is told as it stands. */
const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? words[code]! : code;
