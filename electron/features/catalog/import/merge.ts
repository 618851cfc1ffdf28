import type { DuplicatePolicy, RowProblem } from '../../../../shared/contract/catalog.ts';
import { type Item, type ItemId, isWeighed, noFlags, type Unit } from '../../../../shared/domain/item.ts';
import type { Minor } from '../../../../shared/domain/money.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { CatalogueChanges } from '../generation.ts';
import { itemById, itemsByCode, liveCatalogue } from '../slots.ts';
import { Beside } from './beside.ts';
import { hashOfText, type ListedGoods } from './goods.ts';
import type { PlannedPrice } from './planning.ts';

/** Known goods come out otherwise; `starts` (wall ms) where the price does so later. */
export type OnChange = (before: Item, after: Item, starts?: number) => void;

/**
 * Merges a price list into the live catalogue, without writing: what is new, what differs, what is as it
 * was, what the list does not name.
 *
 * Whoever carries the row's first code under the same name is meant; failing that, whoever has it as first
 * code has been renamed. One code on goods of different names is two goods (一码多品: the till asks which);
 * the same code and name twice is one, and `duplicates` says which row counts.
 */
export class ListMerge {
  readonly #db: ReadDb;
  readonly #taxPermille: number;
  readonly #duplicates: DuplicatePolicy;
  readonly #onChange: OnChange;
  /** A list only where several goods share their first code, which is rare: lists of one would be a fifth of it all. */
  readonly #byCode = new Map<string, ListedGoods | ListedGoods[]>();
  readonly #claimed = new Set<string>();
  readonly #changed = new Map<string, Item>();
  readonly #added: ListedGoods[] = [];
  /** Ids of added goods that are not their first code. */
  readonly #madeIds = new Map<ListedGoods, ItemId>();
  readonly #takenIds = new Set<string>();
  /** Codes of rows that were turned away. */
  readonly #named = new Set<string>();
  /** Goods of several rows of which none counts. */
  readonly #refused = new Set<ListedGoods>();
  readonly #repeated = new Set<number>();
  readonly #beside: Beside;
  /** Of the goods beside the slot, what stands under another code of goods that the list brings, and goes for them. */
  readonly #replaced = new Set<string>();
  unchanged = 0;
  /** Prices that count from a later moment on, those that are as now among them: until then they may be others. */
  readonly planned: PlannedPrice[] = [];
  /** Goods of these whose price is another one now. */
  plannedGoods = 0;
  /** Goods of the list that had been added at the counter: the list's word counts from now on. */
  takenOver = 0;

  /** `taxPermille` is for new goods whose row says none; `onChange` hears of known goods that come out otherwise. */
  constructor(db: ReadDb, taxPermille: number, duplicates: DuplicatePolicy, onChange: OnChange = () => {}) {
    this.#db = db;
    this.#taxPermille = taxPermille;
    this.#duplicates = duplicates;
    this.#onChange = onChange;
    this.#beside = new Beside(db);
  }

  /** How many goods there are before the list is taken in. */
  get listed(): number {
    return liveCatalogue(this.#db).items + this.#beside.goods.length;
  }

  /** Whether goods stand beside the live slot that the next generation takes in. */
  get hasBeside(): boolean {
    return !this.#beside.isEmpty;
  }

  /** Takes a row in; the problem is for the person, nothing is lost by it. */
  add(goods: ListedGoods): RowProblem | null {
    const code = goods.codes[0]!;
    const listed = this.#byCode.get(code);
    if (!listed) {
      this.#byCode.set(code, goods);
      return null;
    }
    const all = listOf(listed);
    const again = all.findIndex(other => other.name === goods.name);
    if (again >= 0) this.#repeat(all, again, goods);
    else all.push(goods);
    this.#byCode.set(code, all);
    const problem = again >= 0 ? 'code-repeated' : 'code-taken';
    return { row: goods.line, level: 'warning', field: 'code', code: problem };
  }

  /** A row that can't be taken in is about goods with these codes; they are not absent. */
  name(codes: readonly string[]): void {
    for (const code of codes) this.#named.add(code);
  }

  /** Lines of rows that are not the only one for their goods. */
  get repeatedLines(): ReadonlySet<number> {
    return this.#repeated;
  }

  #repeat(all: ListedGoods[], at: number, goods: ListedGoods): void {
    const before = all[at]!;
    this.#repeated.add(before.line).add(goods.line);
    if (this.#duplicates === 'last') all[at] = goods;
    if (this.#duplicates !== 'none' || this.#refused.has(before)) return;
    this.#refused.add(before);
    this.name(goods.codes);
  }

  /** Compares everything taken in with the live catalogue; one step per code. */
  *compare(): Generator<void> {
    const isEmpty = this.listed === 0;
    for (const [code, listed] of this.#byCode) {
      const all = listOf(listed);
      const counted = this.#refused.size === 0 ? all : all.filter(goods => !this.#refused.has(goods));
      this.#compareCode(code, counted, isEmpty ? nobody : this.#owners(code), isEmpty);
      if (this.hasBeside) for (const goods of counted) this.#replace(goods);
      yield;
    }
    this.#byCode.clear();
    if (isEmpty) return;
    for (const code of this.#named) {
      for (const { id } of this.#owners(code)) this.#claimed.add(id);
      yield;
    }
  }

  /** How many goods of the catalogue the list does not name, and which. */
  get absent(): number {
    return this.listed - this.#claimed.size;
  }

  isAbsent(id: string): boolean {
    return !this.#claimed.has(id);
  }

  /** With `removing`, goods that the list does not name are left out. */
  changes(removing: boolean): CatalogueChanges {
    return {
      beside: this.#beside,
      changed: this.#changed,
      added: this.#addedItems(),
      addedCount: this.added,
      removedCount: (removing ? this.absent : 0) + this.#replaced.size,
      isRemoved: id => this.#replaced.has(id) || (removing && this.isAbsent(id)),
    };
  }

  get added(): number {
    return this.#added.length;
  }

  get changed(): number {
    return this.#changed.size;
  }

  #owners(code: string): Item[] {
    const { slot } = liveCatalogue(this.#db);
    const owners = itemsByCode(this.#db, slot, code)
      .map(row => this.#beside.item(row))
      // A pack's code is not a code of the goods: a row of its own for the case means other goods.
      .filter(item => item.codes.includes(code) && !this.#claimed.has(item.id));
    const beside = this.#beside.byCode(code);
    if (beside && !this.#claimed.has(beside.id)) owners.push(beside);
    return owners;
  }

  #compareCode(
    code: string,
    listed: readonly ListedGoods[],
    owners: readonly Item[],
    isEmpty: boolean,
  ): void {
    const left = owners.length === 0 ? listed : this.#keepNamesakes(listed, owners, code);
    // With several goods of other names on this code nobody can say which of them was renamed.
    const only = owners.length === 1 ? owners[0]! : null;
    const renamed = only && (only.codes[0] === code || this.#isBeside(only, code)) ? only : null;
    let mayBeCode = true;
    for (const goods of left) {
      if (renamed && !this.#claimed.has(renamed.id)) {
        this.#keep(renamed, goods);
      } else {
        if (!mayBeCode || this.#isTaken(code, isEmpty)) this.#makeId(code, goods, isEmpty);
        this.#added.push(goods);
        mayBeCode = false;
      }
    }
  }

  /** The goods of which nothing by their name was known. */
  #keepNamesakes(listed: readonly ListedGoods[], owners: readonly Item[], code: string): ListedGoods[] {
    return listed.filter(goods => {
      const same = this.#namesake(owners, code, goods.name);
      if (same) this.#keep(same, goods);
      return !same;
    });
  }

  /** Of several goods of that name the one whose first code it is, or the best-ranked one. */
  #namesake(owners: readonly Item[], code: string, name: string): Item | undefined {
    const namesakes = owners.filter(item => item.name === name && !this.#claimed.has(item.id));
    return namesakes.find(item => item.codes[0] === code) ?? namesakes[0];
  }

  /** The list's goods have all of their codes to themselves, also those that are not their first. */
  #replace(goods: ListedGoods): void {
    for (const code of [...goods.codes, ...(goods.packs ?? []).map(pack => pack.code)]) {
      const id = this.#beside.idOf(code);
      if (!id || this.#claimed.has(id)) continue;
      this.#claimed.add(id);
      this.#replaced.add(id);
      this.takenOver += 1;
    }
  }

  #isBeside(item: Item, code: string): boolean {
    return this.#beside.idOf(code) === item.id;
  }

  #keep(item: Item, goods: ListedGoods): void {
    this.#claimed.add(item.id);
    if (this.#isBeside(item, goods.codes[0]!)) this.takenOver += 1;
    const { starts } = goods;
    const next: Item = {
      id: item.id,
      codes: goods.codes,
      name: goods.name,
      price: starts === null ? goods.price : item.price,
      category: goods.category ?? item.category,
      unit: goods.unit ?? item.unit,
      taxPermille: goods.taxPermille ?? item.taxPermille,
      taxCode: goods.taxCode ?? item.taxCode,
      flags: goods.flags ?? item.flags,
      ...packsOf(goods.packs ?? item.packs, goods.unit ?? item.unit, goods.codes),
      ...floorsOf(goods.lowest ?? item.lowest, goods.cost ?? item.cost),
    };
    const isPlanned = starts !== null && this.#plan(item, goods.price, starts);
    if (JSON.stringify(next) === JSON.stringify(inThisOrder(item))) this.unchanged += isPlanned ? 0 : 1;
    else {
      this.#changed.set(item.id, next);
      this.#onChange(item, next);
    }
  }

  /** Whether the price will be another one than it is now. */
  #plan(item: Item, price: Minor, starts: number): boolean {
    this.planned.push({ item: item.id, price, was: item.price, starts });
    if (price === item.price) return false;
    this.plannedGoods += 1;
    this.#onChange(item, { ...item, price }, starts);
    return true;
  }

  *#addedItems(): Generator<Item> {
    for (const goods of this.#added) {
      yield {
        id: this.#madeIds.get(goods) ?? (goods.codes[0] as ItemId),
        codes: goods.codes,
        name: goods.name,
        price: goods.price,
        category: goods.category ?? '',
        unit: goods.unit ?? 'piece',
        taxPermille: goods.taxPermille ?? this.#taxPermille,
        taxCode: goods.taxCode ?? '',
        flags: goods.flags ?? noFlags,
        ...packsOf(goods.packs ?? undefined, goods.unit ?? 'piece', goods.codes),
        ...floorsOf(goods.lowest, goods.cost),
      };
    }
  }

  /** The first code names the item for ever; where that name is taken, the goods' own name is added. */
  #makeId(code: string, goods: ListedGoods, isEmpty: boolean): void {
    for (let again = 0; ; again++) {
      const id = `${code}~${hashOfText(`${goods.name}${again || ''}`).toString(36)}`;
      if (this.#isTaken(id, isEmpty) || this.#byCode.has(id)) continue;
      this.#takenIds.add(id);
      this.#madeIds.set(goods, id as ItemId);
      return;
    }
  }

  #isTaken(id: string, isEmpty: boolean): boolean {
    if (this.#takenIds.has(id)) return true;
    if (isEmpty) return false;
    const taken = itemById(this.#db, liveCatalogue(this.#db).slot, id);
    return taken !== undefined || this.#beside.byId(id) !== undefined;
  }
}

const nobody: readonly Item[] = [];

const listOf = (listed: ListedGoods | ListedGoods[]): ListedGoods[] =>
  Array.isArray(listed) ? listed : [listed];

/** What is weighed comes in no packs, and a code of the goods is one of the goods, whatever an earlier list said. */
function packsOf(packs: Item['packs'], unit: Unit, codes: readonly string[]): Pick<Item, 'packs'> {
  if (!packs || isWeighed(unit)) return {};
  const own = packs.filter(({ code }) => !codes.includes(code));
  return own.length > 0 ? { packs: own } : {};
}

/** Nothing is no price to hold anybody to. */
const floorsOf = (
  lowest: Minor | null | undefined,
  cost: Minor | null | undefined,
): Pick<Item, 'lowest' | 'cost'> => ({ ...(lowest && { lowest }), ...(cost && { cost }) });

const inThisOrder = ({
  id,
  codes,
  name,
  price,
  category,
  unit,
  taxPermille,
  taxCode,
  flags,
  packs,
  lowest,
  cost,
}: Item): Item => ({
  id,
  codes,
  name,
  price,
  category,
  unit,
  taxPermille,
  taxCode,
  flags,
  ...(packs ? { packs } : {}),
  ...floorsOf(lowest, cost),
});
