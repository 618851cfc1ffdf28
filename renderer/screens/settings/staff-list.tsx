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
  return (
    <ul className="grid grid-cols-2 gap-2">
      {props.staff.map(card => (
        <li key={card.id} className="grid">
          <Card
            card={card}
            atTill={card.id === props.atTill}
            onPress={props.onChoose && !card.forgotten ? () => props.onChoose?.(card.id) : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

/** With the border of a button and a sign that it opens, where it can be pressed; else it only tells. */
function Card(props: { card: StaffCard; atTill: boolean; onPress: (() => void) | undefined }) {
  const { onPress } = props;
  const { t } = useWords();
  return (
    <button
      type="button"
      disabled={!onPress}
      onClick={onPress}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex min-h-18 items-center gap-3 rounded-till px-4 py-2 text-left active:bg-accent-soft ${onPress ? 'border-2 border-line bg-surface' : 'border border-line'}`}
    >
      <Person card={props.card} atTill={props.atTill} />
      {onPress && (
        <span aria-hidden className="shrink-0 text-legend font-medium text-accent">
          {t.people.manage} ›
        </span>
      )}
    </button>
  );
}

function Person({ card, atTill }: { card: StaffCard; atTill: boolean }) {
  const { t } = useWords();
  const { marks } = t.people;
  const said = [
    t.common.roles[card.role],
    atTill && marks.atTill,
    card.lockedSeconds > 0 && marks.locked,
    card.hasBadge && marks.badge,
    card.hasCodes && marks.phone,
    card.secondFactor && marks.secondFactor,
  ].filter(Boolean);
  const gone = card.forgotten ? marks.forgotten : card.blocked ? marks.blocked : null;
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className={`truncate font-semibold ${gone ? 'text-muted line-through' : ''}`}>{card.name}</span>
      <span className={`text-note ${gone ? 'text-red' : 'text-muted'}`}>
        {gone ? `${t.common.roles[card.role]} · ${gone}` : said.join(' · ')}
      </span>
    </span>
  );
}
