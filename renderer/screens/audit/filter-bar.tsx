import { type AuditGroup, auditGroups } from '../../../shared/domain/audit-groups.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';

/** What is looked for, by number; 0 is everything. */
export const filters: readonly (AuditGroup | null)[] = [null, ...auditGroups];

export function FilterBar(props: { on: AuditGroup | null; onPick: (group: AuditGroup | null) => void }) {
  const { t } = useWords();
  return (
    <div role="toolbar" aria-label={t.audit.filter} className="grid shrink-0 grid-cols-5 gap-2">
      {filters.map((group, index) => {
        const on = group === props.on;
        return (
          <button
            key={group ?? 'all'}
            type="button"
            tabIndex={-1}
            aria-pressed={on}
            onClick={() => props.onPick(group)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className={`flex min-h-12 items-center gap-2 rounded-till border-2 px-3 text-left ${on ? 'border-accent bg-accent-soft font-semibold' : 'border-line bg-surface'}`}
          >
            <KeyCap>{String(index)}</KeyCap>
            <span className="min-w-0 truncate">{group ? t.audit.groups[group] : t.audit.all}</span>
          </button>
        );
      })}
    </div>
  );
}
