import { useWanted } from '../../input/wanted-piece.ts';
import { pieceOf } from '../../kit/piece.ts';
import type { laterPanels } from './later.ts';

/** What no first scan needs. */
const later = pieceOf('counter', async () => (await import('./later.ts')).laterPanels);
/** For a quiet moment; what is asked for sooner is fetched then. */
export const fetchLater = later.fetch;

/** What the counter asks now and then, or shows in place of keys of goods; null until it is there. */
export const useLater = (wanted: boolean): typeof laterPanels | null => useWanted(later, wanted);
