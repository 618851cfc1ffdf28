import { memo, useMemo, useState } from 'react';
import type { GoodsTile, QuickKeys } from '../../../shared/contract/selling.ts';
import type { Layout } from '../../../shared/contract/setup.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { keepPlaces } from './keep-places.ts';

/** Tiles of at least 96x72 px, larger where fingers do all the work. */
export const tileGrids: Readonly<Record<Layout, string>> = {
  scan: 'auto-rows-[clamp(112px,calc((100%-16px)/3),140px)] grid-cols-4 max-[1200px]:grid-cols-3',
  touch: 'auto-rows-[clamp(96px,calc((100%-24px)/4),160px)] grid-cols-5 max-[1200px]:grid-cols-4',
};

/** Goods without a barcode and goods that everybody buys: groups as chips, each tile always in the same place. */
export const GoodsPanel = memo(function GoodsPanel(props: {
  onPick: (tile: GoodsTile) => void;
  /** For goods that are on no price list. */
  onOpen: () => void;
  layout: Layout;
}) {
  const { onPick } = props;
  const { t } = useWords();
  const groups = useGroups();
  const goods = useLive('catalog.state')?.items;
  const [chosen, setChosen] = useState<string | null>(null);
  const open = groups.find(group => group.title === chosen) ?? groups.find(group => group.tiles.length > 0);
  const empty = goods === 0 ? t.selling.noGoods : t.selling.noTiles;
  return (
    <div className="flex min-h-0 flex-col gap-2.5">
      <div className="flex shrink-0 gap-2">
        <div className="flex min-w-0 flex-1 gap-2 overflow-x-auto pr-6 [mask-image:linear-gradient(to_right,black_calc(100%-28px),transparent)] [scrollbar-width:none]">
          {groups.map(group => (
            <button
              key={group.title}
              type="button"
              aria-pressed={group === open}
              onClick={() => setChosen(group.title)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`h-12 shrink-0 rounded-full border px-[14px] text-[19px] ${group === open ? 'border-strong bg-strong text-strong-ink' : 'border-line bg-surface'}`}
            >
              {group.title === '' ? t.selling.groups.popular : group.title}
            </button>
          ))}
        </div>
        <button
          type="button"
          onClick={props.onOpen}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className="h-12 shrink-0 rounded-full border border-dashed border-edge px-[14px] text-[19px]"
        >
          + {t.selling.open.short}
        </button>
      </div>
      {open && open.tiles.length > 0 ? (
        <div className={`grid min-h-0 flex-1 gap-2 overflow-y-auto ${tileGrids[props.layout]}`}>
          {open.tiles.map(tile => (
            <Tile key={tile.item} tile={tile} onPick={() => onPick(tile)} />
          ))}
        </div>
      ) : (
        <p className="grid flex-1 place-items-center rounded-till border border-dashed border-line p-6 text-center text-muted">
          {goods === undefined ? '' : empty}
        </p>
      )}
    </div>
  );
});

type Group = QuickKeys['groups'][number];

/** Where each key was, for as long as the page is open; the screen comes and goes with every sale. */
const places = new Map<string, readonly GoodsTile[]>();

function useGroups(): readonly Group[] {
  const now = useLive('selling.quickKeys')?.groups;
  return useMemo(
    () =>
      (now ?? []).map(({ title, tiles }) => {
        const kept = keepPlaces(places.get(title) ?? [], tiles);
        places.set(title, kept);
        return { title, tiles: kept };
      }),
    [now],
  );
}

function Tile({ tile, onPick }: { tile: GoodsTile; onPick: () => void }) {
  const { format } = useWords();
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={onPick}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className="flex min-w-0 flex-col justify-between rounded-till border border-line bg-surface px-[11px] py-2 text-left leading-tight active:bg-accent-soft"
    >
      <span className="line-clamp-3 pb-0.5 text-[18px] max-[1200px]:text-[16px] leading-[1.25] font-semibold break-words">
        {tile.name}
      </span>
      <span className="text-[17px] leading-none text-muted">{format.unitPrice(tile.price, tile.unit)}</span>
    </button>
  );
}
