import { useState } from 'react';
import type { GoodsTile, OwnPage } from '../../../shared/contract/selling.ts';
import { quickPagesMax } from '../../../shared/domain/quick-page.ts';
import { play } from '../../app/earcons.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive, useQuery } from '../../live/index.tsx';
import { pageChanged, pageMoved, placeBeside, swapped, withoutTile, withTile } from './pages.ts';

/** Pages under somebody's hand. */
type Draft = {
  readonly pages: readonly OwnPage[];
  /** The page in sight. */
  readonly at: number;
  /** The place in hand. */
  readonly mark: number;
  /** Where the tile comes from that is being moved. */
  readonly lifted: number | null;
};

const undoMax = 20;

/** The pages of quick keys while somebody arranges them. Each change is kept at once, so leaving loses none. */
export function useArranging() {
  const { t } = useWords();
  const words = t.selling.arrange;
  const arrange = useCommand('selling.arrangeKeys');
  const readCode = useQuery('selling.readCode');
  const own = useLive('selling.quickKeys')?.own;
  const may = useLive('session.current')?.permissions.includes('import-catalog') ?? false;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [naming, setNaming] = useState(false);
  const [undoable, setUndoable] = useState<readonly Draft[]>([]);

  const fresh = (number: number): OwnPage => ({
    page: crypto.randomUUID(),
    title: words.newTitle(number),
    tiles: [],
  });
  const keep = async (before: Draft, next: Draft): Promise<boolean> => {
    setDraft(next);
    const pages = next.pages.map(({ page, title, tiles }) => ({
      page,
      title,
      places: tiles.map(tile => tile?.item ?? null),
    }));
    const answer = await arrange({ pages });
    play(answer.ok ? 'ok' : 'error');
    if (!answer.ok) setDraft(before);
    return answer.ok;
  };
  const change = (next: Partial<Draft>) => {
    if (!draft) return;
    setUndoable(all => [...all, { ...draft, lifted: null }].slice(-undoMax));
    void keep(draft, { ...draft, lifted: null, ...next });
  };
  const tiles = draft?.pages[draft.at]?.tiles ?? [];
  const changeTiles = (now: OwnPage['tiles'], mark: number) => {
    if (draft) change({ pages: pageChanged(draft.pages, draft.at, { tiles: now }), mark });
  };
  const look = (next: Partial<Draft>) => setDraft(now => now && { ...now, ...next });

  const add = (goods: GoodsTile) => {
    if (!draft) return;
    const put = withTile(tiles, goods, draft.mark);
    if (!put) toast({ tone: 'amber', title: words.full, detail: words.fullTodo });
    else if (put.tiles === tiles) look({ mark: put.place });
    else changeTiles(put.tiles, put.place);
  };
  const putDown = (place: number) => {
    if (!draft || draft.lifted === null) return;
    if (draft.lifted === place) look({ lifted: null });
    else changeTiles(swapped(tiles, draft.lifted, place), place);
  };

  const lift = (place: number) => {
    if (tiles[place]) look({ mark: place, lifted: place });
  };

  return {
    may,
    draft,
    tiles,
    canUndo: undoable.length > 0,
    start: () => {
      if (!may) return;
      setUndoable([]);
      setDraft({ pages: own && own.length > 0 ? own : [fresh(1)], at: 0, mark: 0, lifted: null });
    },
    end: () => setDraft(null),
    add,
    /** What a scanner reads while keys are arranged lies on the page, not in the cart. */
    scan: (text: string) =>
      void readCode({ text }).then(answer => {
        const goods = answer.ok && answer.value.kind === 'goods' ? answer.value.items[0] : undefined;
        if (goods) add(goods);
        else toast({ tone: 'amber', title: words.noGoods });
      }),
    mark: (mark: number) => look({ mark }),
    move: (way: Parameters<typeof placeBeside>[2], columns: number) => {
      if (draft) look({ mark: placeBeside(draft.mark, columns, way) });
    },
    lift,
    /** Takes the tile in hand up, or puts down what was taken up. */
    liftOrPut: () => {
      if (!draft) return;
      if (draft.lifted === null) lift(draft.mark);
      else putDown(draft.mark);
    },
    letGo: () => look({ lifted: null }),
    putDown,
    takeOff: () => {
      if (draft && tiles[draft.mark]) changeTiles(withoutTile(tiles, draft.mark), draft.mark);
    },
    showPage: (at: number) => {
      if (draft?.pages[at]) look({ at, mark: 0, lifted: null });
    },
    addPage: () => {
      if (!draft) return;
      if (draft.pages.length >= quickPagesMax)
        return toast({ tone: 'amber', title: words.pagesFull(quickPagesMax) });
      change({ pages: [...draft.pages, fresh(draft.pages.length + 1)], at: draft.pages.length, mark: 0 });
    },
    naming,
    startNaming: () => setNaming(true),
    endNaming: () => setNaming(false),
    namePage: (title: string) => {
      if (draft) change({ pages: pageChanged(draft.pages, draft.at, { title }) });
    },
    movePage: (by: -1 | 1) => {
      if (!draft?.pages[draft.at + by]) return;
      change({ pages: pageMoved(draft.pages, draft.at, by), at: draft.at + by });
    },
    removePage: () => {
      if (!draft) return;
      const left = draft.pages.filter((_, at) => at !== draft.at);
      change({ pages: left.length > 0 ? left : [fresh(1)], at: Math.max(0, draft.at - 1), mark: 0 });
    },
    undo: () => {
      const before = undoable.at(-1);
      if (!before || !draft) return;
      setUndoable(all => all.slice(0, -1));
      void keep(draft, before);
    },
  };
}

export type Arranging = ReturnType<typeof useArranging>;
