import { type PointerEvent, useRef, useState } from 'react';
import type { OwnTile } from '../../../shared/contract/selling.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import { allPlaces } from './pages.ts';
import type { Arranging } from './use-arranging.ts';

/** A finger that has gone so far, in px, drags; before that it only presses. */
const dragPx = 10;

type Press = { readonly place: number; readonly x: number; readonly y: number };

/** Every place of the page in sight, none scrolled away: tiles are dragged from one to another. */
export function ArrangeGrid({ arranging, columns }: { arranging: Arranging; columns: number }) {
  const { draft } = arranging;
  const press = useRef<Press | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const down = (place: number) => (event: PointerEvent) => {
    keepFocus(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { place, x: event.clientX, y: event.clientY };
  };
  const move = (event: PointerEvent) => {
    const from = press.current;
    if (!from) return;
    if (over === null && Math.hypot(event.clientX - from.x, event.clientY - from.y) < dragPx) return;
    if (over === null) arranging.lift(from.place);
    setOver(placeUnder(event) ?? from.place);
  };
  const up = (event: PointerEvent) => {
    const from = press.current;
    press.current = null;
    setOver(null);
    if (!from || !draft) return;
    if (over !== null) arranging.putDown(placeUnder(event) ?? from.place);
    else if (draft.lifted !== null) arranging.putDown(from.place);
    else arranging.mark(from.place);
  };
  const cancel = () => {
    press.current = null;
    setOver(null);
    arranging.letGo();
  };
  return (
    <div
      className="grid min-h-0 flex-1 auto-rows-fr gap-1.5"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {allPlaces(arranging.tiles).map((tile, place) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number.
          key={place}
          type="button"
          tabIndex={-1}
          data-place={place}
          aria-current={place === draft?.mark || undefined}
          aria-pressed={place === draft?.lifted}
          onPointerDown={down(place)}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={cancel}
          onMouseDown={keepFocus}
          className={`min-h-0 touch-none overflow-hidden rounded-till border-2 px-2 py-1 text-left leading-tight ${lookOf(place, tile, draft, over)}`}
        >
          <Face tile={tile} place={place} />
        </button>
      ))}
    </div>
  );
}

function Face({ tile, place }: { tile: OwnTile | null; place: number }) {
  const { t } = useWords();
  if (!tile) return <span className="text-note text-muted">{place + 1}</span>;
  return (
    <>
      <span className="line-clamp-2 text-[17px] leading-[1.2] font-semibold break-words max-[1200px]:text-[16px]">
        {tile.name}
      </span>
      {tile.gone && <span className="block truncate text-note">{t.selling.arrange.gone}</span>}
    </>
  );
}

function lookOf(place: number, tile: OwnTile | null, draft: Arranging['draft'], over: number | null): string {
  const edge = tile === null ? 'border-dashed' : '';
  const ink = tile?.gone ? 'text-muted' : '';
  if (place === draft?.lifted) return `${edge} ${ink} border-amber bg-surface opacity-60`;
  if (place === (over ?? draft?.mark)) return `${edge} ${ink} border-accent bg-accent-soft`;
  const ground = tile === null ? 'bg-transparent' : tile.gone ? 'bg-sunk' : 'bg-surface';
  return `${edge} ${ink} ${ground} border-line`;
}

/** The place under the finger, though its press began elsewhere. */
function placeUnder({ clientX, clientY }: PointerEvent): number | null {
  const place = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-place]');
  return place ? Number(place.dataset.place) : null;
}
