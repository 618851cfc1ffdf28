import { useState } from 'react';
import { themeAfter } from '../../shared/domain/looks.ts';
import { minor } from '../../shared/domain/money.ts';
import { setLooks, usePreferences } from '../app/preferences.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { KeyRows } from '../kit/key-rows.tsx';
import { Money } from '../kit/money.tsx';
import { Notice } from '../kit/notice.tsx';
import { Page } from '../kit/page.tsx';
import { Progress } from '../kit/progress.tsx';
import { QrCode } from '../kit/qr-code.tsx';
import { Ring } from '../kit/ring.tsx';
import { Scroll } from '../kit/scroll.tsx';
import { StatusChip } from '../kit/status-chip.tsx';
import { toast } from '../kit/toast.tsx';
import { VirtualList } from '../kit/virtual-list.tsx';
import { useWords } from '../kit/words.tsx';
import { Buttons, Choices, Fields, Pads } from './controls.tsx';
import { Piece } from './piece.tsx';

const noticeTones = ['plain', 'amber', 'red', 'green'] as const;
const chipTones = ['ok', 'idle', 'waiting', 'trouble'] as const;
const rows = Array.from({ length: 200 }, (_, index) => index + 1);

/**
 * Every piece of the kit in every state, for those who build with it and for the tests that look at it. A page
 * of its own beside the till's: it has no wire, knows nothing of a shop, and no menu leads to it.
 */
export function KitPage() {
  const { t } = useWords();
  const theme = usePreferences(state => state.theme);
  const [asking, setAsking] = useState(false);
  const say = () => {
    for (const tone of noticeTones.slice(1)) toast({ tone, title: t.selling.emptyTitle, detail: tone });
  };
  const ask = () => setAsking(true);
  const legend = [
    {
      act: 'help' as const,
      label: t.common.themeNow(t.common.theme[theme]),
      onPress: () => setLooks({ theme: themeAfter(theme) }),
    },
    { act: 'search' as const, label: 'Toast', onPress: say },
    { act: 'quantity' as const, label: 'Dialog', onPress: ask },
    {
      act: 'price' as const,
      label: 'Hidden',
      onPress: ask,
      hidden: true,
      instead: { act: 'drawer' as const, label: 'Instead', onPress: ask },
    },
    { act: 'refund' as const, label: 'Spare', onPress: ask, spare: true },
  ];
  return (
    <div className="flex h-dvh flex-col">
      <Page title="Kit" note={t.common.theme[theme]} legend={legend}>
        <Scroll label="Kit" className="grid h-full grid-cols-2 gap-3 *:min-w-0">
          <Buttons />
          <Fields />
          <Choices />
          <Pads />
          <Said />
          <Shown />
        </Scroll>
      </Page>
      {asking && <Asked onClose={() => setAsking(false)} />}
    </div>
  );
}

function Said() {
  const { t } = useWords();
  return (
    <Piece title="Notice, StatusChip, KeyRows">
      {noticeTones.map(tone => (
        <Notice key={tone} tone={tone} title={t.selling.moments.unknown('0007')}>
          {t.selling.moments.unknownTodo}
        </Notice>
      ))}
      <div className="flex flex-wrap gap-4 text-legend">
        {chipTones.map(tone => (
          <StatusChip key={tone} tone={tone}>
            {t.common.printer} {tone}
          </StatusChip>
        ))}
      </div>
      <KeyRows rows={t.selling.help.groups[0]!.rows.slice(0, 3)} />
    </Piece>
  );
}

function Shown() {
  const { t, format } = useWords();
  return (
    <Piece title="Money, Ring, Progress, QrCode, VirtualList">
      <div className="flex items-end gap-6">
        <Money amount={minor(128_050)} className="text-total font-[650]" />
        <Money amount={minor(-350)} bare className="text-lead" />
      </div>
      <div className="flex items-center gap-6">
        <Ring
          left={0.4}
          figure="17"
          unit={t.paying.waiting.secondsUnit}
          label={t.paying.waiting.secondsLeft(17)}
        />
        <svg viewBox="0 0 136 136" className="size-[136px]" role="presentation">
          <QrCode text="https://example.com/r/1-000001" title="1-000001" x={0} y={0} size={136} />
        </svg>
      </div>
      <Progress done={0} total={10} label={`${t.catalog.title} 0/10`} />
      <Progress done={4} total={10} label={`${t.catalog.title} 4/10`} />
      <Progress done={10} total={10} label={`${t.catalog.title} 10/10`} />
      <div className="flex h-60 flex-col border border-line">
        <VirtualList rows={rows} rowHeight={48} current={2} keyOf={row => row}>
          {(row, index) => (
            <button
              type="button"
              aria-current={index === 2 || undefined}
              className={`flex h-full w-full items-center justify-between border-b border-line px-4 ${index === 2 ? 'bg-accent-soft font-semibold' : ''}`}
            >
              <span>
                {index === 2 ? '▸ ' : ''}
                {row}
              </span>
              <span>{format.figures(minor(row * 125))}</span>
            </button>
          )}
        </VirtualList>
      </div>
    </Piece>
  );
}

function Asked({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog
      title={t.common.approval.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={onClose}>
            {t.common.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{t.common.approval.orBadge}</p>
    </Dialog>
  );
}
