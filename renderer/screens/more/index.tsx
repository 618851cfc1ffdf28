import { useState } from 'react';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { type Tile, useTiles } from './tiles.ts';

type Group = 'managing' | 'daily';

/**
 * Everything that is not done with every customer, in two groups; what is not allowed is not offered. Digits choose
 * in the lit group, F10 lights the other one: keys here never act on letters, which a Chinese input method eats.
 */
export function MoreScreen() {
  const { t } = useWords();
  const groups = useAllowed();
  const [lit, light] = useState<Group>('managing');
  const both = groups.managing.length > 0;
  const current = both ? lit : 'daily';
  const back = () => goTo(null);
  const other = () => (both ? light(current === 'daily' ? 'managing' : 'daily') : back());
  useKeys({
    entry: useNumberChoice(
      Object.fromEntries(groups[current].map((tile, index) => [keyOf(index), tile.act])),
    ),
    keys: { back, more: other },
  });
  return (
    <Page
      title={t.more.title}
      note={t.more.choose}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        ...(both ? [{ act: 'more' as const, label: t.more.otherGroup, onPress: other }] : []),
      ]}
    >
      <div className="flex h-full flex-col gap-4 overflow-auto pt-1">
        {both && <Tiles title={t.more.managing} tiles={groups.managing} lit={current === 'managing'} />}
        <Tiles title={t.more.daily} tiles={groups.daily} lit={current === 'daily'} />
      </div>
    </Page>
  );
}

/** 1 to 9, then 0; a group has no more. */
const keyOf = (index: number): string => String((index + 1) % 10);

function useAllowed(): Readonly<Record<Group, readonly Tile[]>> {
  const session = useLive('session.current');
  const { managing, daily } = useTiles();
  const may = (tile: Tile) => session?.permissions.includes(tile.permission) ?? false;
  return { managing: managing.filter(may), daily: daily.filter(may) };
}

function Tiles({ title, tiles, lit }: { title: string; tiles: readonly Tile[]; lit: boolean }) {
  return (
    <section>
      <h2 className={`mb-2 pl-1 text-legend ${lit ? 'font-semibold text-accent' : 'text-muted'}`}>{title}</h2>
      <ul className="grid auto-rows-fr grid-cols-4 gap-3 max-[1200px]:gap-2">
        {tiles.map((tile, index) => (
          <li key={tile.title} className="grid">
            <button
              type="button"
              onClick={tile.act}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`flex min-h-[92px] flex-col gap-1.5 rounded-till border bg-surface px-4 py-3 text-left active:bg-accent-soft max-[1200px]:px-3 max-[1200px]:py-2 ${lit ? 'border-accent' : 'border-line'}`}
            >
              <span className="flex w-full items-start justify-between gap-3">
                <span className="text-lead leading-tight font-semibold max-[1200px]:text-body">
                  {tile.title}
                </span>
                {lit && <KeyCap>{keyOf(index)}</KeyCap>}
              </span>
              <span className="text-legend break-keep wrap-anywhere text-muted max-[1200px]:text-note">
                {tile.note}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
