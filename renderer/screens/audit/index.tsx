import { useState } from 'react';
import type { AuditGroup } from '../../../shared/domain/audit-groups.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Field } from '../../kit/field.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { FilterBar, filters } from './filter-bar.tsx';
import { RowDetail } from './row-detail.tsx';
import { RowList } from './row-list.tsx';
import { useExport } from './use-export.ts';
import { useRows } from './use-rows.ts';

/** Who did what, newest first: by kind, by text, each row with its words and the receipt it is about. */
export function AuditScreen() {
  const { t } = useWords();
  const [group, setGroup] = useState<AuditGroup | null>(null);
  const [search, setSearch] = useState<string | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const filter = { group, text: search ?? '' };
  const { rows, atEnd, looking, more } = useRows(filter);
  const taking = useExport(filter);
  const row = rows.find(each => each.seq === chosen) ?? rows[0];
  const move = (by: number) => {
    const at = row ? rows.indexOf(row) + by : 0;
    setChosen(rows[Math.max(0, Math.min(at, rows.length - 1))]?.seq ?? null);
  };
  // One step back at a time: first out of the search, then off the screen.
  const back = () => (search === null ? goTo('more') : setSearch(null));
  useKeys({
    entry: useNumberChoice(Object.fromEntries(filters.map((each, index) => [index, () => setGroup(each)]))),
    keys: {
      back,
      up: () => move(-1),
      down: () => move(1),
      'page-up': () => move(-rowsPerPage),
      'page-down': () => move(rowsPerPage),
      search: () => setSearch(text => text ?? ''),
      export: taking.run,
    },
  });
  const state = looking
    ? t.audit.looking
    : rows.length === 0
      ? t.audit.nothing
      : atEnd
        ? t.audit.end(rows.length)
        : '';
  return (
    <Page
      title={t.audit.title}
      note={taking.done === null ? state : t.audit.exporting(taking.done)}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '0–9', label: t.audit.filter, onPress: () => setGroup(null) },
        { plainKey: '↑ ↓', label: t.audit.choose, onPress: () => move(1) },
        { act: 'search', label: t.audit.search, onPress: () => setSearch('') },
        { act: 'export', label: t.audit.export, onPress: taking.run },
      ]}
    >
      <div className="flex h-full min-h-0 flex-col gap-3">
        <FilterBar on={group} onPick={setGroup} />
        {search !== null && (
          <Field
            label={t.audit.search}
            value={search}
            onChange={setSearch}
            placeholder={t.audit.searchHint}
            maxLength={80}
            autoFocus
          />
        )}
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,60fr)_minmax(0,40fr)] gap-3">
          <Panel className="flex min-h-0 flex-col overflow-hidden">
            <RowList rows={rows} current={row?.seq ?? null} onPick={setChosen} onEnd={more} />
          </Panel>
          {row && <RowDetail row={row} />}
        </div>
      </div>
    </Page>
  );
}

const rowsPerPage = 8;
