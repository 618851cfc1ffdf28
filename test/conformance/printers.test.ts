import { describe, expect, test } from 'vitest';
import { printerModels } from '../../electron/devices/printers/models/registry.ts';
import { developPaper, drawerPulse, renderDocument } from '../../electron/devices/printers/render.ts';
import { paperLines } from '../doubles/paper-text.ts';
import { sampleReceipt } from '../doubles/receipts.ts';

test('no two printer models share an id', () => {
  expect(new Set(printerModels.map(model => model.id)).size).toBe(printerModels.length);
});

describe.each(printerModels)('a receipt on $id', model => {
  const paper = developPaper(renderDocument(sampleReceipt, model), model);
  const lines = paperLines(paper);

  test('comes out without a fault', () => expect(paper.faults).toEqual([]));

  test('says everything, with ￥ for ¥ and □ for the one rare character', () => {
    const seen = lines.join('\n');
    for (const words of ['好邻居便利店', '可口可乐 330ml×24', '□寿司 café', 'T1-000123'])
      expect(seen).toContain(words);
    expect(seen).not.toMatch(/[¥?]/u);
  });

  test('has every amount whole at the right edge', () => {
    const ends = paper.lines.flatMap(line => (line.kind === 'text' ? line.runs.slice(-1) : []));
    const amounts = ends.filter(run => run.text.includes('￥'));
    expect(amounts.map(run => run.text.match(/￥[\d.]+$/)?.[0])).toEqual([
      '￥79.80',
      '￥1234.50',
      '￥1314.30',
    ]);
    for (const run of amounts) expect(run.column + run.columns).toBe(model.columns);
  });

  test('is cut where there is a knife, else fed past the edge', () => {
    expect(lines.slice(-1)).toEqual([model.cutter ? '[cut]' : '']);
  });

  test('opens the drawer on the pin of its plug', () => {
    expect(developPaper(drawerPulse(model), model).pulses).toMatchObject([
      { pin: model.drawerPin, onMs: 50 },
    ]);
  });
});
