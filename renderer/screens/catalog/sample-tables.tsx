import { useState } from 'react';
import type { ImportComparison, ImportPreview } from '../../../shared/contract/catalog.ts';
import { unitName } from '../../../shared/i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import { ComparisonFigures, PriceChangeRows } from './comparison-view.tsx';

/**
 * What would come of the list and the largest changes of prices, or the first goods as they will be; while a
 * needed column is missing, the first lines as they are.
 */
export function SampleTables(props: { preview: ImportPreview; comparison: ImportComparison | null }) {
  const { preview, comparison } = props;
  const { t } = useWords();
  const [goodsFirst, setGoodsFirst] = useState(false);
  const changes = comparison?.largest ?? [];
  const raw = preview.missing.length > 0 || preview.items.length === 0;
  const prices = changes.length > 0 && !goodsFirst;
  return (
    <Panel className="flex min-h-0 flex-col overflow-hidden">
      {comparison && <ComparisonFigures comparison={comparison} />}
      <Head raw={raw} prices={prices} both={changes.length > 0} onTurn={() => setGoodsFirst(prices)} />
      <Scroll label={t.catalog.sample} className="flex-1">
        {prices ? (
          <PriceChangeRows changes={changes} />
        ) : raw ? (
          <RawRows preview={preview} />
        ) : (
          <Goods items={preview.items} />
        )}
      </Scroll>
    </Panel>
  );
}

/** What the table below shows, and, where there are two, the way to the other one. */
function Head(props: { raw: boolean; prices: boolean; both: boolean; onTurn: () => void }) {
  const { t } = useWords();
  const goods = props.raw ? t.catalog.sample : `${t.catalog.willBe} · ${t.catalog.rowsMore}`;
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-line bg-sunk px-4 py-1.5">
      <h2 className="min-w-0 flex-1 truncate text-note text-muted">
        {props.prices ? t.catalog.largestChanges : goods}
      </h2>
      {props.both && (
        <Button onPress={props.onTurn}>{props.prices ? t.catalog.willBe : t.catalog.showPrices}</Button>
      )}
    </div>
  );
}

function Goods({ items }: { items: ImportPreview['items'] }) {
  const { format, language } = useWords();
  return (
    <table className="w-full border-collapse">
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity and never move.
          <tr key={index} className="border-b border-line">
            <td className="h-[54px] max-w-0 w-full px-4 leading-tight">
              <span className="block truncate">{item.name}</span>
              <span className="block truncate text-note text-muted">
                {[item.codes.join(' '), item.category].filter(Boolean).join(' · ')}
              </span>
            </td>
            <td className="px-2 text-right text-legend whitespace-nowrap text-muted">
              {unitName(item.unit, language)}
            </td>
            <td className="px-4 text-right font-semibold whitespace-nowrap">{format.figures(item.price)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RawRows({ preview }: { preview: ImportPreview }) {
  const { t } = useWords();
  return (
    <table className="border-collapse text-legend">
      <thead className="sticky top-0 bg-sunk text-left text-note text-muted">
        <tr>
          {preview.headers.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place.
            <th key={index} className="h-9 max-w-60 truncate px-3 font-normal">
              {t.catalog.column(index + 1, preview.hasHeader ? title : '')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.sample.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity and never move.
          <tr key={index} className="border-t border-line">
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place.
              <td key={column} className="h-11 max-w-60 truncate px-3">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
