import { useState } from 'react';
import type { RefundableSale } from '../../../shared/contract/refunding.ts';
import { useKeys } from '../../input/keys.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

/** Two tills have printed this number: whose it is, the customer knows by the goods and the time. */
export function WhichStage(props: {
  found: readonly RefundableSale[];
  onChoose: (one: RefundableSale) => void;
  onScan: (text: string) => void;
  onBack: () => void;
}) {
  const { found, onChoose, onScan, onBack } = props;
  const { t, format } = useWords();
  const words = t.refunding;
  const [at, setAt] = useState(0);
  const move = (by: number) => setAt(now => Math.max(0, Math.min(now + by, found.length - 1)));
  const choose = () => onChoose(found[at]!);
  useKeys({
    scan: onScan,
    keys: { confirm: choose, back: onBack, up: () => move(-1), down: () => move(1) },
  });
  return (
    <Page
      title={words.title}
      note={words.which.title}
      legend={[
        { act: 'back', label: t.common.back, onPress: onBack },
        { plainKey: '↑ ↓', label: words.keys.choose, onPress: () => move(1) },
        { act: 'confirm', label: words.keys.pick, onPress: choose },
      ]}
    >
      <Panel className="h-full overflow-y-auto">
        <p className="border-b border-line bg-sunk px-5 py-3 text-body text-muted">{words.which.todo}</p>
        {found.map((each, index) => (
          <button
            key={each.sale.id}
            type="button"
            tabIndex={-1}
            aria-current={index === at || undefined}
            onClick={() => onChoose(each)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className={`flex min-h-[76px] w-full items-center gap-4 border-b border-line px-5 text-left ${index === at ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
          >
            <span className="min-w-0 flex-1 leading-[1.4]">
              <span className="block truncate text-lead">
                {each.sale.lines.map(line => line.name).join(' · ')}
              </span>
              <span className="block truncate text-body text-muted">
                {t.common.till(each.till?.label ?? '')} · {each.sale.receipt} · {format.dayTime(each.sale.at)}
              </span>
            </span>
            <b className="shrink-0 text-[26px] font-[650] tabular-nums">{format.figures(each.sale.total)}</b>
          </button>
        ))}
      </Panel>
    </Page>
  );
}
