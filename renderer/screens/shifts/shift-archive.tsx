import { useState } from 'react';
import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { CloseDayDialog } from './close-day-dialog.tsx';
import { closeOther } from './closing-target.ts';
import { DayPanel, ShiftPanel } from './shift-panels.tsx';
import { ShiftTable } from './shift-table.tsx';
import { useShiftList } from './use-shift-list.ts';

/** Every shift of this till, newest first, to find one, read its report, print it again; and the close of days. */
export function ShiftArchiveScreen() {
  const { t } = useWords();
  const words = t.archive;
  const desk = useLive('shifts.desk');
  const openDays = desk?.openDays ?? [];
  const list = useShiftList();
  const [chosen, setChosen] = useState<string | null>(null);
  const [showing, setShowing] = useState<'shift' | 'day'>('shift');
  const [closing, setClosing] = useState<BusinessDay | null>(null);
  const row = list.found.find(each => each.shift === chosen) ?? list.found[0];
  const help = useScreenHelp(words.title, words.help);

  const back = () => goTo(null);
  const pick = (next: ShiftRow | undefined) => {
    if (next) setChosen(next.shift);
  };
  const move = (by: number) => {
    const at = row ? list.found.indexOf(row) : 0;
    pick(list.found[Math.max(0, Math.min(at + by, list.found.length - 1))]);
  };
  const swap = () => setShowing(now => (now === 'shift' ? 'day' : 'shift'));
  const [oldest] = openDays;
  const aside = desk?.others.find(other => other.setAside && other.shift === row?.shift);
  const close = aside
    ? { act: () => closeOther(aside.shift), label: t.shifts.others.count }
    : oldest && { act: () => setClosing(oldest), label: words.closeDay(oldest) };
  const older = list.mayHaveMore ? list.more : undefined;
  useKeys({
    keys: {
      back,
      up: () => move(-1),
      down: () => move(1),
      'choice-1': older,
      swap,
      'close-shift': close?.act,
    },
  });
  return (
    <Page
      title={words.title}
      note={oldest && <span className="text-amber">△ {words.openDays(openDays.length)}</span>}
      legend={[
        help.key,
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '↑ ↓', label: words.choose, onPress: () => move(1) },
        ...(older ? [{ act: 'choice-1' as const, label: words.older, onPress: older }] : []),
        {
          act: 'swap',
          label: showing === 'shift' ? words.dayReport : words.shiftReport,
          onPress: swap,
        },
        ...(close ? [{ act: 'close-shift' as const, label: close.label, onPress: close.act }] : []),
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,480px)] gap-3 max-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
        <div className="flex min-h-0 flex-col gap-3">
          <Field label={words.search} value={list.text} autoFocus maxLength={30} onChange={list.find} />
          <ShiftTable rows={list.found} current={row?.shift ?? null} onPick={pick} />
          {close && (
            <Button tone="amber" size="tender" act="close-shift" onPress={close.act}>
              {close.label}
            </Button>
          )}
        </div>
        {row && showing === 'shift' && <ShiftPanel row={row} onChanged={() => void list.again()} />}
        {row && showing === 'day' && <DayPanel day={row.day} isOpen={openDays.includes(row.day)} />}
      </div>
      {help.sheet}
      {closing && (
        <CloseDayDialog
          day={closing}
          onClose={() => setClosing(null)}
          onClosed={() => {
            setClosing(null);
            pick(list.found.find(each => each.day === closing));
            setShowing('day');
          }}
        />
      )}
    </Page>
  );
}
