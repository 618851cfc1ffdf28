import type { Permission } from '../../../shared/domain/roles.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Page } from '../../kit/page.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';

/** What a tile is chosen by: digits first, then letters. */
const keyOf = (index: number): string => '1234567890abcdefghij'[index]!;

type Tile = {
  readonly title: string;
  readonly note: string;
  readonly permission: Permission;
  readonly act: () => void;
};

/** Everything that is not done with every customer, by number; what is not allowed is not offered. */
export function MoreScreen() {
  const { t } = useWords();
  const session = useLive('session.current');
  const tiles = useTiles().filter(tile => session?.permissions.includes(tile.permission));
  const back = () => goTo(null);
  useKeys({
    entry: useNumberChoice(Object.fromEntries(tiles.map((tile, index) => [keyOf(index), tile.act]))),
    keys: { Escape: back, F10: back },
  });
  return (
    <Page
      title={t.more.title}
      note={t.more.choose}
      legend={[{ keyName: 'Esc', label: t.common.back, onPress: back }]}
    >
      <ul className="grid h-full auto-rows-[minmax(110px,136px)] grid-cols-3 content-start gap-3 overflow-auto max-[1200px]:grid-cols-2">
        {tiles.map((tile, index) => (
          <li key={tile.title} className="grid">
            <button
              type="button"
              onClick={tile.act}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className="flex flex-col justify-between gap-2 rounded-till border border-line bg-surface p-5 text-left active:bg-accent-soft"
            >
              <span className="flex w-full items-start justify-between gap-3">
                <span className="text-lead font-semibold">{tile.title}</span>
                <KeyCap>{keyOf(index).toUpperCase()}</KeyCap>
              </span>
              <span className="text-legend text-muted">{tile.note}</span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function useTiles(): readonly Tile[] {
  const { t } = useWords();
  const name = useLive('session.current')?.staff?.name ?? '';
  const trading = Boolean(useLive('shifts.current'));
  const signOut = useCommand('session.signOut');
  const words = t.more;
  const cash: Tile = {
    title: words.cash,
    note: words.cashNote,
    permission: 'sell',
    act: () => goTo('cash'),
  };
  const close: Tile = {
    title: words.closeShift,
    note: words.closeShiftNote,
    permission: 'close-shift',
    act: () => goTo('close-shift'),
  };
  return [
    { title: words.home, note: words.homeNote, permission: 'view-reports', act: () => goTo('home') },
    { title: words.receipts, note: words.receiptsNote, permission: 'sell', act: () => goTo('receipts') },
    { title: words.syncing, note: words.syncingNote, permission: 'sell', act: () => goTo('syncing') },
    { title: words.desk, note: words.deskNote, permission: 'payment-desk', act: () => goTo('desk') },
    {
      title: words.catalog,
      note: words.catalogNote,
      permission: 'import-catalog',
      act: () => goTo('catalog'),
    },
    { title: words.settings, note: words.settingsNote, permission: 'open', act: () => goTo('settings') },
    {
      title: words.customerDisplay,
      note: words.customerDisplayNote,
      permission: 'sell',
      act: () => openCustomerDisplay(words.customerDisplayDenied),
    },
    { title: words.help, note: words.helpNote, permission: 'open', act: () => goTo('help') },
    ...(trading ? [cash, close] : []),
    { title: words.archive, note: words.archiveNote, permission: 'view-reports', act: () => goTo('archive') },
    {
      title: words.signOut,
      note: words.signOutNote(name),
      permission: 'open',
      act: () => void signOut({}),
    },
  ];
}

/** Always under one name, so that there is one such window however often it is asked for; a host may deny it. */
function openCustomerDisplay(denied: { what: string; todo: string }): void {
  if (!window.open('/customer', 'customer', 'popup'))
    toast({ tone: 'amber', title: denied.what, detail: denied.todo });
}
