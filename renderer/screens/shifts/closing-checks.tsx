import { useState } from 'react';
import type { ClosingView } from '../../../shared/contract/shifts.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { goTo } from '../../app/navigation.ts';
import { useSignOut } from '../../app/sign-out.ts';
import { useKeys } from '../../input/keys.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import type { Since } from './close-shift.tsx';
import { OpenThings } from './open-things.tsx';
import { OtherShifts } from './other-shifts.tsx';
import { SoFarDialog } from './so-far-dialog.tsx';

/** What is still open. Only an unfinished sale stands in the way; whoever goes on has seen the rest, which is carried over. */
export function ClosingChecks(props: {
  shift: ShiftId;
  since: Since | undefined;
  view: ClosingView;
  onNext: () => void;
}) {
  const { t, format } = useWords();
  const { shift, since, view } = props;
  const words = t.shifts.close;
  const sells = useLive('shifts.current')?.id === shift;
  const may = useLive('session.current')?.permissions.includes('close-shift') ?? false;
  const boxAside = useBoxAside();
  const [asking, setAsking] = useState(false);
  const [listing, setListing] = useState(false);
  const others = (useLive('shifts.desk')?.others ?? []).filter(other => other.shift !== shift);
  const listOthers = others.length > 0 ? () => setListing(true) : undefined;
  const help = useScreenHelp(words.title, t.shifts.closeHelp);
  const { held, unknown, unverified } = view.carried;
  const open = view.pieces > 0;
  const carries = held + unknown.count + unverified.count > 0;
  const next = () => {
    if (!open && may) props.onNext();
  };
  const back = () => goTo(null);
  const setAside = sells && !open && may ? boxAside : undefined;
  const soFar = may ? () => setAsking(true) : undefined;
  useKeys({ keys: { back, confirm: next, 'choice-1': soFar, hold: setAside, recall: listOthers } });

  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3 max-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,360px)]">
        <Panel className="flex min-h-0 flex-col gap-4 overflow-auto p-6">
          <div>
            <h1 className="text-hero font-semibold">{words.title}</h1>
            {since && (
              <p className="mt-1 text-lead text-muted">
                {words.since(format.dayTime(since.openedAt), since.by ?? since.openedBy ?? '')}
              </p>
            )}
          </div>
          <section className="flex flex-col gap-2.5">
            <h2 className="text-legend text-muted">{words.checks}</h2>
            <OpenThings view={view} />
          </section>
        </Panel>
        <div className="flex flex-col justify-end gap-3">
          {!may && <Notice tone="amber" title={words.mayNot} />}
          {soFar && (
            <Button act="choice-1" onPress={soFar}>
              {words.soFar}
            </Button>
          )}
          {setAside && (
            <Button act="hold" className="py-2" note={words.setAsideNote} onPress={setAside}>
              {words.setAside}
            </Button>
          )}
          {listOthers && (
            <Button tone="amber" act="recall" onPress={listOthers}>
              {t.shifts.others.key(others.length)}
            </Button>
          )}
          <Button size="tender" act="back" onPress={back}>
            {words.toSelling}
          </Button>
          <Button
            tone="main"
            size="tender"
            act="confirm"
            className="min-h-[120px]"
            note={carries ? words.carrying(held, unknown.count + unverified.count) : undefined}
            disabled={open || !may}
            onPress={next}
          >
            {words.next}
          </Button>
        </div>
      </div>
      <Legend
        keys={[
          help.key,
          { act: 'back', label: words.toSelling, onPress: back },
          ...(soFar ? [{ act: 'choice-1' as const, label: words.soFar, onPress: soFar }] : []),
          ...(setAside
            ? [{ act: 'hold' as const, label: words.setAside, onPress: setAside, spare: true }]
            : []),
          ...(!open && may ? [{ act: 'confirm' as const, label: words.next, onPress: next }] : []),
        ]}
      />
      {help.sheet}
      {listing && <OtherShifts others={others} onClose={() => setListing(false)} />}
      {asking && <SoFarDialog shift={shift} onClose={() => setAsking(false)} />}
    </main>
  );
}

/** 换钱箱: the box goes away as it is, and whoever had it signs out, for the next one is waiting. */
function useBoxAside(): () => void {
  const { t } = useWords();
  const setAside = useCommand('shifts.setAside');
  const signOut = useSignOut();
  return () =>
    void setAside({}).then(async answer => {
      if (!answer.ok) return;
      await signOut();
      toast({ tone: 'green', title: t.shifts.close.setAsideDone, detail: t.shifts.close.setAsideTodo });
    });
}
