import type { ReactNode } from 'react';
import type { ClosingView } from '../../../shared/contract/shifts.ts';
import type { SyncView } from '../../../shared/contract/syncing.ts';
import type { Messages, Sentence } from '../../../shared/i18n/index.ts';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { DeskLines } from './desk-lines.tsx';

/** What is still open before a close, thing by thing, with its sum and what becomes of it. */
export function OpenThings({ view }: { view: ClosingView }) {
  const { t, format } = useWords();
  const words = t.shifts.close;
  const { held, unknown, unverified } = view.carried;
  return (
    <>
      {view.pieces > 0 ? <Trouble said={words.cartOpen(view.pieces)} /> : <Clear>{words.cartClear}</Clear>}
      {held > 0 ? <Trouble said={words.held(held)} /> : <Clear>{words.heldClear}</Clear>}
      {unknown.count > 0 ? (
        <Trouble said={words.unknown(unknown.count, format.amount(unknown.amount))}>
          <DeskLines reason="unknown" />
        </Trouble>
      ) : (
        <Clear>{words.unknownClear}</Clear>
      )}
      {unverified.count > 0 ? (
        <Trouble said={words.unverified(unverified.count, format.amount(unverified.amount))}>
          <DeskLines reason="unverified" />
        </Trouble>
      ) : (
        <Clear>{words.unverifiedClear}</Clear>
      )}
      {view.refundsUnderWay > 0 && <Clear>{words.refunds(view.refundsUnderWay)}</Clear>}
      <Uploads />
    </>
  );
}

/** What is not uploaded yet never stands in the way: the shift closes on what this till knows. */
function Uploads() {
  const { t } = useWords();
  const sync = useLive('syncing.state');
  return sync ? <Clear>{uploadOf(sync, t)}</Clear> : null;
}

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

const Trouble = ({ said, children }: { said: Sentence; children?: ReactNode }) => (
  <Notice tone="amber" title={said.what}>
    {said.todo}
    {children}
  </Notice>
);
