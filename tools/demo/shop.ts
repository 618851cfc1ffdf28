import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoShop } from '../../electron/features/catalog/demo.ts';
import type { Language } from '../../shared/contract/setup.ts';
import { type Minor, plainAmount } from '../../shared/domain/money.ts';
import { root } from '../root.ts';
import type { Hands } from './hands.ts';
import type { Person } from './serve.ts';

/** Real shops choose their own; a demonstration has nothing to protect. */
const ownerPin = '8351';
const cashierPin = '6072';

export type Staffed = {
  readonly manager: Person;
  readonly cashier: Person;
  readonly shop: string;
  readonly goods: number;
};

/** The demo shop's goods, as the project ships them. */
export const readDemoShop = (): DemoShop =>
  JSON.parse(readFileSync(path.join(root, 'resources/demo-shop.json'), 'utf8')) as DemoShop;

/** The first day of a shop: sets up, takes the price list in as a file, hires a cashier. The owner stays signed in. */
export async function openDemoShop(hands: Hands, demo: DemoShop, language: Language): Promise<Staffed> {
  const english = language === 'en';
  const shop = english ? demo.shop.en : demo.shop.zh;
  const { staff: owner } = await hands.say('setup.begin', {
    language,
    country: 'CN',
    shop,
    ownerName: english ? 'Wang' : '王店长',
    ownerPin,
    start: 'own',
  });
  await hands.say('session.signIn', { staff: owner, pin: ownerPin });
  await takePriceList(hands, demo, english);
  const { staff: cashier } = await hands.say('setup.addStaff', {
    name: english ? 'Li Min' : '李敏',
    role: 'cashier',
    pin: cashierPin,
  });
  const { items } = await hands.see('catalog.state');
  return {
    manager: { staff: owner, pin: ownerPin },
    cashier: { staff: cashier, pin: cashierPin },
    shop: shop.name,
    goods: items,
  };
}

async function takePriceList(hands: Hands, { items }: DemoShop, english: boolean): Promise<void> {
  const rows = items.map(item => [
    item.code,
    english ? item.nameEn : item.name,
    plainAmount(item.price),
    item.category,
    item.unit,
    `${plainAmount(item.taxPermille as Minor, 1)}%`,
    Object.entries(item.flags ?? {})
      .filter(([, set]) => set)
      .map(([flag]) => flag)
      .join(' '),
  ]);
  const csv = [['code', 'name', 'price', 'category', 'unit', 'taxRate', 'flags'], ...rows]
    .map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  const upload = 'demo-shop';
  await hands.say('catalog.stage', { upload, index: 0, base64: Buffer.from(csv).toString('base64') });
  const { mapping } = await hands.ask('catalog.preview', { upload });
  const { import: id } = await hands.say('catalog.import', { upload, fileName: 'demo-shop.csv', mapping });
  await hands.until('catalog.state', view => view.current?.id === id && view.current.phase === 'done');
}
