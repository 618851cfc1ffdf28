import type { StaffCard } from '../../../shared/contract/setup.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** Everybody who works or worked here, with role and what they prove themselves by. */
export function StaffList(props: {
  staff: readonly StaffCard[];
  atTill: StaffId | undefined;
  /** Left out where nothing may be done about them. */
  onChoose?: ((id: StaffId) => void) | undefined;
}) {
  const { onChoose } = props;
  return (
    <ul className="grid grid-cols-2 gap-2">
      {props.staff.map(card => (
        <li key={card.id} className="grid">
          <button
            type="button"
            disabled={!onChoose || card.forgotten}
            onClick={() => onChoose?.(card.id)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className="flex min-h-18 flex-col gap-1 rounded-till border border-line bg-surface px-4 py-2 text-left active:bg-accent-soft"
          >
            <Person card={card} atTill={card.id === props.atTill} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Person({ card, atTill }: { card: StaffCard; atTill: boolean }) {
  const { t } = useWords();
  const { marks } = t.people;
  const said = [
    atTill && marks.atTill,
    card.lockedSeconds > 0 && marks.locked,
    card.hasBadge && marks.badge,
    card.hasCodes && marks.phone,
    card.secondFactor && marks.secondFactor,
  ].filter(Boolean);
  const gone = card.forgotten ? marks.forgotten : card.blocked ? marks.blocked : null;
  return (
    <>
      <span className="flex w-full items-baseline justify-between gap-3">
        <span className={`truncate font-semibold ${gone ? 'text-muted line-through' : ''}`}>{card.name}</span>
        <span className="shrink-0 text-legend text-muted">{t.common.roles[card.role]}</span>
      </span>
      <span className={`text-note ${gone ? 'text-red' : 'text-muted'}`}>{gone ?? said.join(' · ')}</span>
    </>
  );
}
