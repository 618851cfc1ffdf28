import type { ReactNode } from 'react';
import type { SyncView } from '../../../shared/contract/syncing.ts';
import type { Messages, Sentence } from '../../../shared/i18n/index.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';

/** What is still open. Only an unfinished sale stands in the way; held ones go over to the next shift. */
export function ClosingChecks({ onNext }: { onNext: () => void }) {
  const { t, format } = useWords();
  const shift = useLive('shifts.current');
  const cart = useLive('selling.cart');
  const sync = useLive('syncing.state');
  const may = useLive('session.current')?.permissions.includes('close-shift') ?? false;
  const words = t.shifts.close;
  const pieces = cart?.priced.pieces ?? 0;
  const held = cart?.heldCarts ?? 0;
  const open = (cart?.priced.lines.length ?? 0) > 0;
  const next = () => {
    if (cart && !open && may) onNext();
  };
  const back = () => goTo(null);
  useKeys({ keys: { Escape: back, Enter: next } });

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3">
        <Panel className="flex min-h-0 flex-col gap-6 overflow-auto p-7">
          <div>
            <h1 className="text-hero font-semibold">{words.title}</h1>
            {shift && (
              <p className="mt-2 text-lead text-muted">
                {words.since(format.time(shift.openedAt), shift.openedBy)} · {words.sales(shift.sales)}
              </p>
            )}
          </div>
          <section className="flex flex-col gap-3">
            <h2 className="text-legend text-muted">{words.checks}</h2>
            {open ? <Trouble said={words.cartOpen(pieces)} /> : <Clear>{words.cartClear}</Clear>}
            {held > 0 ? <Trouble said={words.held(held)} /> : <Clear>{words.heldClear}</Clear>}
            {sync && <Clear>{uploadOf(sync, t)}</Clear>}
          </section>
        </Panel>
        <div className="flex flex-col justify-end gap-3">
          {!may && <Notice tone="amber" title={words.mayNot} />}
          <Button size="tender" keyName="Esc" onPress={back}>
            {words.toSelling}
          </Button>
          <Button
            tone="main"
            size="tender"
            keyName="Enter"
            className="min-h-[120px]"
            note={held > 0 ? words.carried(held) : undefined}
            disabled={!cart || open || !may}
            onPress={next}
          >
            {words.next}
          </Button>
        </div>
      </div>
      <Legend
        keys={[
          { keyName: 'Esc', label: words.toSelling, onPress: back },
          ...(cart && !open && may ? [{ keyName: 'Enter', label: words.next, onPress: next }] : []),
        ]}
      />
    </main>
  );
}

/** What is not uploaded yet never stands in the way: the shift closes on what this till knows. */
function uploadOf({ link, waitingSales }: SyncView, t: Messages): string {
  if (link === 'not-enrolled') return t.shifts.close.standalone;
  return waitingSales > 0 ? t.shifts.close.waiting(waitingSales) : t.shifts.close.waitingClear;
}

const Clear = ({ children }: { children: ReactNode }) => (
  <p className="flex items-baseline gap-3 text-lead">
    <span aria-hidden className="font-bold text-green">
      ✓
    </span>
    {children}
  </p>
);

const Trouble = ({ said }: { said: Sentence }) => (
  <Notice tone="amber" title={said.what}>
    {said.todo}
  </Notice>
);
