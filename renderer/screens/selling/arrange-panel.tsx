import type { Layout } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { Button, keepFocus } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { useWords } from '../../kit/words.tsx';
import { ArrangeGrid } from './arrange-grid.tsx';
import { NamePageDialog } from './name-page-dialog.tsx';
import { useTileColumns } from './tile-grid.ts';
import type { Selling } from './use-selling.ts';

/** Quick keys under the hand: tiles are dragged, or moved by keys; goods come from search, a scan or the marked line. */
export function ArrangePanel({ selling, layout }: { selling: Selling; layout: Layout }) {
  const { t } = useWords();
  const words = t.selling.arrange;
  const { arranging } = selling;
  const { draft, tiles } = arranging;
  const columns = useTileColumns(layout);
  useArrangeKeys(selling, columns);
  if (!draft) return null;
  const page = draft.pages[draft.at];
  return (
    <div className="row-span-2 flex min-h-0 flex-col gap-2.5">
      <div className="flex shrink-0 gap-2">
        <div className="flex min-w-0 flex-1 gap-2 overflow-x-auto [scrollbar-width:none]">
          {draft.pages.map(({ page: id, title }, at) => (
            <button
              key={id}
              type="button"
              aria-pressed={at === draft.at}
              onClick={() => arranging.showPage(at)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`h-12 shrink-0 rounded-full border px-[14px] text-[19px] ${at === draft.at ? 'border-strong bg-strong text-strong-ink' : 'border-line bg-surface'}`}
            >
              {title}
            </button>
          ))}
        </div>
        <Button tone="main" act="back" className="shrink-0" onPress={arranging.end}>
          {words.done}
        </Button>
      </div>
      <p className="shrink-0 truncate text-note text-muted" role="status">
        {draft.lifted === null ? words.hint : words.lifted(tiles[draft.lifted]?.name ?? '')}
      </p>
      <ArrangeGrid arranging={arranging} columns={columns} />
      {arranging.naming && page && (
        <NamePageDialog title={page.title} onName={arranging.namePage} onClose={arranging.endNaming} />
      )}
    </div>
  );
}

function useArrangeKeys(selling: Selling, columns: number): void {
  const { arranging } = selling;
  const { draft } = arranging;
  const move = (way: 'left' | 'right' | 'up' | 'down') => () => arranging.move(way, columns);
  useKeys({
    keys: {
      up: move('up'),
      down: move('down'),
      left: move('left'),
      right: move('right'),
      confirm: arranging.liftOrPut,
      remove: arranging.takeOff,
      back: () => (draft?.lifted === null ? arranging.end() : arranging.letGo()),
      'page-up': () => arranging.showPage((draft?.at ?? 0) - 1),
      'page-down': () => arranging.showPage((draft?.at ?? 0) + 1),
      'choice-1': arranging.end,
      'choice-2': arranging.undo,
      'choice-3': () => addLine(selling),
      'choice-4': arranging.addPage,
      'choice-5': arranging.startNaming,
      swap: () => arranging.movePage(1),
      void: arranging.removePage,
    },
  });
}

function addLine({ arranging, counter: { line } }: Selling): void {
  if (line) arranging.add({ ...line, price: line.unitPrice });
}

/** Keys that work while keys are arranged; each keeps its place. */
export function ArrangeFoot({ selling }: { selling: Selling }) {
  const words = useWords().t.selling.arrange;
  const { arranging } = selling;
  const { draft, tiles } = arranging;
  if (!draft) return null;
  const lifted = draft.lifted !== null;
  const empty = !tiles[draft.mark];
  return (
    <Legend
      keys={[
        { act: 'search', label: words.search, onPress: selling.acts.search },
        { act: 'choice-3', label: words.addLine, onPress: () => addLine(selling), hidden: !selling.hasGoods },
        {
          act: 'confirm',
          label: lifted ? words.put : words.lift,
          onPress: arranging.liftOrPut,
          hidden: !lifted && empty,
        },
        { act: 'remove', label: words.takeOff, onPress: arranging.takeOff, hidden: empty },
        { act: 'choice-2', label: words.undo, onPress: arranging.undo, hidden: !arranging.canUndo },
        { act: 'choice-4', label: words.addPage, onPress: arranging.addPage },
        { act: 'choice-5', label: words.namePage, onPress: arranging.startNaming },
        {
          act: 'swap',
          label: words.movePage,
          onPress: () => arranging.movePage(1),
          hidden: draft.at >= draft.pages.length - 1,
        },
        { act: 'void', label: words.removePage, onPress: arranging.removePage },
      ]}
    />
  );
}
