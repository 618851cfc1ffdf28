import { StatusChip } from '../../kit/status-chip.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { useHome } from './use-checks.ts';

/** In the strip: how many things want somebody to act; for whoever may see reports. Payments have a chip of their own. */
export function HomeChip() {
  const may = useLive('session.current')?.permissions.includes('view-reports') ?? false;
  const sells = useLive('session.current')?.permissions.includes('sell') ?? false;
  return may && sells ? <Count /> : null;
}

function Count() {
  const { t } = useWords();
  const wrong =
    useHome()?.checks.filter(({ level, leadsTo }) => level === 'act' && leadsTo !== 'desk').length ?? 0;
  return wrong === 0 ? null : <StatusChip tone="waiting">{t.home.chip(wrong)}</StatusChip>;
}
