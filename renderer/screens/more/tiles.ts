import type { Permission } from '../../../shared/domain/roles.ts';
import { goTo } from '../../app/navigation.ts';
import { useSignOut } from '../../app/sign-out.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { usePractising } from '../../live/tills.tsx';

export type Tile = {
  readonly title: string;
  readonly note: string;
  readonly permission: Permission;
  readonly act: () => void;
};

/** What a manager looks after, and what anybody at the till may want. */
export function useTiles(): { readonly managing: readonly Tile[]; readonly daily: readonly Tile[] } {
  const { t } = useWords();
  const name = useLive('session.current')?.staff?.name ?? '';
  const trading = Boolean(useLive('shifts.current'));
  const signOut = useSignOut();
  const manages = useLive('session.current')?.permissions.includes('view-reports') ?? false;
  const practise = usePractise();
  const words = t.more;
  const tile = (title: string, note: string, permission: Permission, act: () => void): Tile => ({
    title,
    note,
    permission,
    act,
  });
  // Where there is room for it: whoever sees both groups has a full second one.
  const practising = tile(practise.title, practise.note, 'sell', practise.act);
  return {
    managing: [
      tile(words.home, words.homeNote, 'view-reports', () => goTo('home')),
      tile(words.reports, words.reportsNote, 'view-reports', () => goTo('reports')),
      tile(words.archive, words.archiveNote, 'view-reports', () => goTo('archive')),
      tile(words.desk, words.deskNote, 'payment-desk', () => goTo('desk')),
      tile(words.invoices, words.invoicesNote, 'manage-invoices', () => goTo('invoices')),
      tile(words.audit, words.auditNote, 'view-audit', () => goTo('audit')),
      tile(words.catalog, words.catalogNote, 'import-catalog', () => goTo('catalog')),
      ...(manages ? [practising] : []),
    ],
    daily: [
      tile(words.receipts, words.receiptsNote, 'sell', () => goTo('receipts')),
      tile(words.syncing, words.syncingNote, 'sell', () => goTo('syncing')),
      tile(words.customerDisplay, words.customerDisplayNote, 'sell', () =>
        openCustomerDisplay(words.customerDisplayDenied),
      ),
      tile(words.settings, words.settingsNote, 'open', () => goTo('settings')),
      tile(words.help, words.helpNote, 'open', () => goTo('help')),
      tile(words.signOut, words.signOutNote(name), 'open', () => void signOut()),
      // Last, so that the others keep their places while no shift is open.
      ...(trading
        ? [
            tile(words.cash, words.cashNote, 'sell', () => goTo('cash')),
            tile(words.closeShift, words.closeShiftNote, 'close-shift', () => goTo('close-shift')),
          ]
        : []),
      ...(manages ? [] : [practising]),
    ],
  };
}

/** The way into practice and, there, out of it. It takes a moment to make the practice till, so it is said. */
function usePractise(): { readonly title: string; readonly note: string; readonly act: () => void } {
  const { t } = useWords();
  const begin = useCommand('practice.begin');
  const end = useCommand('practice.end');
  if (usePractising()) return { title: t.practice.end, note: t.practice.endNote, act: () => void end({}) };
  const act = () => {
    toast({ tone: 'plain', title: t.practice.opening });
    void begin({});
  };
  return { title: t.practice.begin, note: t.practice.beginNote, act };
}

/** Always under one name, so that there is one such window however often it is asked for; a host may deny it. */
function openCustomerDisplay(denied: { what: string; todo: string }): void {
  if (!window.open('/customer', 'customer', 'popup'))
    toast({ tone: 'amber', title: denied.what, detail: denied.todo });
}
