import type { AuditRow } from '../contract/audit.ts';
import type { Messages } from './index.ts';

/** What a row is about, in words: the harm where it tells of one, else the shop's own text. */
export const auditNote = ({ harm, note }: AuditRow, { audit }: Messages): string =>
  harm ? audit.harms[harm.how](harm.seq) : note;

/** Whoever did it: people by their names, the till and the command line in words. */
export function auditWho({ who }: AuditRow, { audit }: Messages): string {
  if (who === 'system') return audit.system;
  if (who === 'nobody') return audit.nobody;
  return who.startsWith('cli:') ? audit.commandLine(who.slice('cli:'.length)) : who;
}
