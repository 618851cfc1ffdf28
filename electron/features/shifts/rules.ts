import type { ShiftRules } from '../../../shared/contract/shifts.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type { ShiftPorts } from './ports.ts';
import { openRows } from './rows.ts';

/** Changes what differs, each as a setting of its own; a drawer that somebody has is not taken away. */
export function setRules(rules: ShiftRules, tx: Tx, ports: ShiftPorts): Answer<Record<string, never>> {
  const names = rules.drawers.map(each => each.drawer);
  if (new Set(names).size < names.length) return refuse('drawer-twice', {});
  if (openRows(tx.db).some(row => !names.includes(row.drawer))) return refuse('drawer-in-use', {});
  const before = ports.setup.shiftRules();
  const settings = {
    'cut-off-hour': 'cutOffHour',
    'count-tolerance': 'tolerance',
    'drawer-limit': 'drawerLimit',
    drawers: 'drawers',
  } as const;
  for (const [setting, field] of Object.entries(settings)) {
    const was = before[field];
    const is = rules[field];
    if (JSON.stringify(was) !== JSON.stringify(is))
      tx.record('setting-changed', { setting, before: was, after: is });
  }
  return ok({});
}
