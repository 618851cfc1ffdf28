import { useKeys } from '../input/keys.ts';
import { HelpSheet } from '../input/screen-help.tsx';
import { useWords } from '../kit/words.tsx';
import type { ScreenName } from './screens.ts';

/** Screens whose help stands in the words; the others have their own, or are help themselves. */
export type HelpedRoute = keyof ReturnType<typeof useWords>['t']['screenHelp'];

/** Screens that tell F1 themselves, because they have more than one page of it or are help. */
type OwnHelp = 'counter' | 'open-shift' | 'close-shift' | 'cash' | 'archive' | 'home' | 'help';
/** A new screen does not compile before it has help, here or of its own. */
type Helpless = Exclude<ScreenName, HelpedRoute | OwnHelp>;
export const everyScreenHasHelp: [Helpless] extends [never] ? true : Helpless = true;

export const hasHelp = (route: ScreenName | null, helped: object): route is HelpedRoute =>
  route !== null && Object.hasOwn(helped, route);

/**
 * F1 for a screen without help of its own: what it is for, and its keys, over the screen. Stands before the
 * screen, so that whatever the screen does with F1 comes first.
 */
export function RouteHelp(props: { route: HelpedRoute; shown: boolean; onShow: (shown: boolean) => void }) {
  const { t } = useWords();
  const { route, shown, onShow } = props;
  useKeys({ keys: { help: () => onShow(true) } });
  return shown ? (
    <HelpSheet title={t.selling.keys.help} rows={t.screenHelp[route]} onClose={() => onShow(false)} />
  ) : null;
}
