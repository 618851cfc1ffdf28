import { useLive } from '../../live/index.tsx';

/** What a drawer is called here; null where there is but one, which needs no name. */
export type DrawerName = (drawer: string) => string | null;

export function useDrawerNames(): DrawerName {
  const drawers = useLive('shifts.desk')?.rules.drawers ?? [];
  return drawer => {
    const name = drawers.find(each => each.drawer === drawer)?.name;
    return name || (drawers.length > 1 ? drawer : null);
  };
}
