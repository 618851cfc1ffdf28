import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Money } from '../../kit/money.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { Checklist } from './checklist.tsx';
import type { Check, Level } from './checks.ts';
import { type HomeView, useHome } from './use-checks.ts';

/** Is everything all right? Answered in one look, for the manager: each thing with its state and the key that leads to it. */
export function HomeScreen() {
  const { t } = useWords();
  const home = useHome();
  const help = useScreenHelp(t.home.title, t.home.help);
  const back = () => goTo(null);
  useKeys({ keys: { back, more: back } });
  return (
    <Page
      title={t.home.title}
      note={t.home.choose}
      legend={[help.key, { act: 'back', label: t.common.back, onPress: back }]}
    >
      {home && <Look home={home} />}
      {help.sheet}
    </Page>
  );
}

function Look({ home: { checks, rows } }: { home: HomeView }) {
  const { t } = useWords();
  const wrong = checks.filter(check => check.level !== 'ok').length;
  useKeys({
    entry: useNumberChoice(
      Object.fromEntries(checks.map((check, index) => [index + 1, () => goTo(check.leadsTo)])),
    ),
  });
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <div className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] gap-3">
        <Panel className="flex items-center px-6 py-4">
          <p className={`text-hero font-semibold ${wrong === 0 ? 'text-green' : 'text-amber'}`}>
            {wrong === 0 ? `✓ ${t.home.fine}` : `△ ${t.home.notFine(wrong)}`}
          </p>
        </Panel>
        <Today rows={rows} />
      </div>
      <Checklist />
      <ul className="grid min-h-0 flex-1 auto-rows-fr grid-cols-2 gap-3">
        {checks.map((check, index) => (
          <li key={check.name} className="grid">
            <CheckTile check={check} number={index + 1} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was sold since the business day began, over all of its shifts. */
function Today({ rows }: { rows: readonly ShiftRow[] }) {
  const { t } = useWords();
  const today = useLive('shifts.desk')?.today;
  const own = rows.filter(row => row.day === today);
  const total: Minor = minor(own.reduce((all, row) => all + row.total, 0));
  return (
    <Panel className="px-6 py-3 text-right">
      <p className="text-legend text-muted">
        {t.home.today} · {t.home.sales(own.reduce((all, row) => all + row.sales, 0))}
      </p>
      <Money amount={total} className="text-total font-[650]" />
    </Panel>
  );
}

const signs: Readonly<Record<Level, { icon: string; look: string; edge: string }>> = {
  ok: { icon: '✓', look: 'text-green', edge: 'border-line' },
  look: { icon: '△', look: 'text-amber', edge: 'border-amber bg-amber-soft' },
  act: { icon: '✕', look: 'text-red', edge: 'border-red bg-red-soft' },
};

function CheckTile({ check, number }: { check: Check; number: number }) {
  const { t } = useWords();
  const { icon, look, edge } = signs[check.level];
  return (
    <button
      type="button"
      onClick={() => goTo(check.leadsTo)}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex items-center gap-4 rounded-till border-2 px-5 py-3 text-left ${check.level === 'ok' ? 'bg-surface' : ''} ${edge}`}
    >
      <span aria-hidden className={`w-8 text-center text-title font-bold ${look}`}>
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block text-lead font-semibold">
          {check.name} <span className={`text-legend font-medium ${look}`}>{t.home.levels[check.level]}</span>
        </span>
        <span className="block text-body text-muted">{check.says}</span>
      </span>
      <KeyCap>{String(number)}</KeyCap>
    </button>
  );
}
