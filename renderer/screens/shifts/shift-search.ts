import type { ShiftRow } from '../../../shared/contract/shifts.ts';

/** Whether a shift is what somebody looks for: by date (`11-28`), Z number (`Z12`, `12`) or whoever opened it. */
export function fits({ day, z, by }: Pick<ShiftRow, 'day' | 'z' | 'by'>, typed: string): boolean {
  const text = typed.trim().toLowerCase();
  if (/^z\d+$/.test(text)) return `z${z}` === text;
  return day.includes(text) || by.toLowerCase().includes(text) || String(z) === text;
}
