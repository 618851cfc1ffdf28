import { memo, useMemo, useState } from 'react';
import type { GoodsTile, OwnTile } from '../../../shared/contract/selling.ts';
import type { Layout } from '../../../shared/contract/setup.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Name } from '../../kit/name.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { GroupStrip } from './group-strip.tsx';
import { keepPlaces } from './keep-places.ts';
import { SmallKey } from './small-key.tsx';
import { tileRows, useTileColumns } from './tile-grid.ts';

/** Goods without a barcode and goods that everybody buys: groups as chips, each tile always in the same place. */
export const GoodsPanel = memo(function GoodsPanel(props: {
  onPick: (tile: GoodsTile) => void;
  /** For goods that are on no price list. */
  onOpen: () => void;
  /** For whoever may put the keys elsewhere. */
  onArrange: (() => void) | null;
  layout: Layout;
}) {
  const { onPick, layout } = props;
  const { t, cap } = useWords();
  const groups = useGroups();
  const columns = useTileColumns(layout);
  const goods = useLive('catalog.state')?.items;
  const [chosen, setChosen] = useState<string | null>(null);
  const open = groups.find(({ id }) => id === chosen) ?? groups.find(group => group.tiles.length > 0);
  const empty = goods === 0 ? t.selling.noGoods : t.selling.noTiles;
  return (
    <div className="flex min-h-0 flex-col gap-2.5">
      <div className="flex shrink-0 gap-2">
        <GroupStrip>
          {groups.map(group => (
            <button
              key={group.id}
              type="button"
              aria-pressed={group === open}
              onClick={() => setChosen(group.id)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`h-12 shrink-0 rounded-full border px-[14px] text-[19px] max-[1340px]:px-2.5 max-[1340px]:text-legend ${group === open ? 'border-strong bg-strong text-strong-ink' : 'border-line bg-surface'}`}
            >
              {group.title}
            </button>
          ))}
        </GroupStrip>
        {props.onArrange && (
          <SmallKey label={`${t.selling.arrange.open} ${cap('choice-1')}`} onPress={props.onArrange}>
            ✎
          </SmallKey>
        )}
        <SmallKey onPress={props.onOpen}>+ {t.selling.open.short}</SmallKey>
      </div>
      {open && open.tiles.length > 0 ? (
        <div
          className={`grid min-h-0 flex-1 gap-2 overflow-y-auto ${tileRows[layout]}`}
          style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        >
          {open.tiles.map((tile, place) =>
            tile ? (
              <Tile key={tile.item} tile={tile} onPick={() => onPick(tile)} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: an empty place is its number.
              <span key={place} />
            ),
          )}
        </div>
      ) : (
        <p className="grid flex-1 place-items-center rounded-till border border-dashed border-line p-6 text-center text-muted">
          {goods === undefined ? '' : empty}
        </p>
      )}
    </div>
  );
});

type Group = {
  readonly id: string;
  readonly title: string;
  readonly tiles: readonly (GoodsTile | OwnTile | null)[];
};

/** Where each key of a group was, for as long as the page is open; the screen comes and goes with every sale. */
const places = new Map<string, readonly GoodsTile[]>();

/** What people have arranged comes first and stands as it stands; what the till finds keeps its places as well. */
function useGroups(): readonly Group[] {
  const { t } = useWords();
  const words = t.selling.groups;
  const now = useLive('selling.quickKeys');
  return useMemo(() => {
    if (!now) return [];
    const found = [{ id: 'hour', title: words.hour, tiles: now.hour }].filter(
      ({ tiles }) => tiles.length > 0,
    );
    for (const { title, tiles } of now.groups)
      found.push({ id: `group ${title}`, title: title === '' ? words.popular : title, tiles });
    return [
      ...now.own.map(({ page, title, tiles }) => ({ id: page, title, tiles })),
      ...found.map(group => ({ ...group, tiles: inPlace(group.id, group.tiles) })),
    ];
  }, [now, words]);
}

function inPlace(group: string, tiles: readonly GoodsTile[]): readonly GoodsTile[] {
  const kept = keepPlaces(places.get(group) ?? [], tiles);
  places.set(group, kept);
  return kept;
}

function Tile({ tile, onPick }: { tile: GoodsTile | OwnTile; onPick: () => void }) {
  const { t, format } = useWords();
  const gone = 'gone' in tile && tile.gone;
  return (
    <button
      type="button"
      tabIndex={-1}
      disabled={gone}
      onClick={onPick}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="@container flex min-w-0 flex-col justify-between rounded-till border border-line bg-surface px-[11px] py-2 text-left leading-tight active:bg-accent-soft disabled:bg-sunk disabled:text-muted"
    >
      <span
        className={`pb-0.5 font-semibold break-words line-clamp-3 text-legend leading-[1.25] ${isLong(tile.name) ? '@max-[10.5rem]:line-clamp-4 @max-[10.5rem]:text-[16px] @max-[10.5rem]:leading-[1.15]' : ''}`}
      >
        <Name>{tile.name}</Name>
      </span>
      <span className="text-legend leading-none text-muted">
        {gone ? t.selling.arrange.gone : format.unitPrice(tile.price, tile.unit)}
      </span>
    </button>
  );
}

/** A name's end is often what tells it from its neighbour: 550ml or 1.5L. */
const isLong = (name: string): boolean =>
  name.length > (/[\u2e80-\u9fff]/.test(name) ? 13 : 20) || /[a-z]{10}/i.test(name);
