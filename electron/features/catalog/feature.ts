import { createHash } from 'node:crypto';
import type { Language } from '../../../shared/contract/setup.ts';
import { type Feature, type FeatureParts, systemActor } from '../../core/feature.ts';
import type { CatalogKeeper, CatalogReads } from '../../core/ports.ts';
import { goodsAdding } from './adding.ts';
import { catalogCommands } from './commands.ts';
import { type DemoShop, demoPriceList } from './demo.ts';
import { tidyUp } from './generation.ts';
import { Importer, type ListHelpers } from './import/importer.ts';
import type { PriceListRules } from './import/rules.ts';
import { goodsListed } from './on-list.ts';
import { Popularity, popularityLater } from './popularity.ts';
import { beginDue } from './repricing/begin.ts';
import { RepricingClock } from './repricing/clock.ts';
import { HotGoods } from './search/hot.ts';
import { BackgroundWork } from './slices.ts';
import { catalogQueries, catalogReads, catalogWatches, type NameOf } from './views.ts';

export type Catalog = {
  readonly feature: Feature<'catalog'>;
  readonly reads: CatalogReads;
  readonly keeper: CatalogKeeper;
  /** The goods that sell most; for searching outside of the page's words. */
  readonly hot: HotGoods;
  /** Once, when the core is open: sweeps up after a crash, and takes the goods that sell most in hand. */
  start(): void;
  /** When nobody has sold for a moment. */
  idle(): void;
  stop(): void;
  /** Brings the goods of the demo shop into an empty catalogue, as an import of its own; resolves when they can be sold. */
  demoCatalogue(demo: DemoShop, language: Language): Promise<void>;
};

/** 13 %, China's general VAT rate, on fen; China has one clock. */
export const chineseRules: PriceListRules = {
  minorDigits: 2,
  taxPermille: 130,
  dayStart: date => Date.parse(`${date}T00:00:00+08:00`),
};

/** The price list: goods, codes, search, import. `rules` are asked for at every import; `nameOf` tells who added goods. */
export function catalogFeature(
  parts: FeatureParts,
  helpers: ListHelpers,
  rules: () => PriceListRules = () => chineseRules,
  nameOf: NameOf = actor => actor,
): Catalog {
  const { db, env } = parts;
  const popularity = new Popularity(db);
  const hot = new HotGoods(db, popularity);
  const background = new BackgroundWork(parts);
  const warm = () => background.add('warm-search', hot.warm());
  const repricings = new RepricingClock(parts);
  const renewed = () => {
    warm();
    repricings.look();
  };
  const importer = new Importer(parts, background, helpers, rules, renewed);
  const views = { db, importer, hot, rules, nameOf, wallMs: () => env.wallMs() };
  return {
    feature: {
      family: 'catalog',
      commands: catalogCommands(importer, repricings),
      prepare: { import: ({ upload }) => importer.ready(upload) },
      queries: catalogQueries(views),
      watches: catalogWatches(views),
      tables: [],
      project: {},
      later: popularityLater,
      react: {
        'item-created': ({ body }, tx) => tx.committed(() => hot.sold(body.item)),
        'item-removed': ({ body }, tx) => tx.committed(() => hot.gone(body.item)),
        'sale-completed': (fact, tx) => {
          tx.committed(() => {
            popularity.add(fact);
            for (const line of fact.body.sale.lines) hot.sold(line.item);
          });
        },
      },
    },
    reads: catalogReads(views),
    keeper: {
      ...goodsAdding(rules),
      bringForward: tx => void beginDue(tx),
    },
    hot,
    start: () => {
      repricings.look();
      background.add('tidy-up', tidyUp(parts));
      warm();
    },
    idle: () => {
      if (popularity.isWorthWriting) background.add('popularity', popularity.write(parts));
    },
    stop: () => {
      repricings.stop();
      background.stop();
    },
    demoCatalogue: (demo, language) =>
      new Promise(resolve => {
        if (goodsListed(db) > 0) return resolve();
        const source = {
          fileName: 'demo-shop.json',
          sha256: createHash('sha256').update(JSON.stringify(demo)).digest('hex'),
          lines: demo.items.length + 1,
          actor: systemActor,
        };
        importer.startList(demoPriceList(demo, language), source, resolve);
      }),
  };
}
