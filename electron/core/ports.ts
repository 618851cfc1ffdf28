import type { BackupProgress } from '../../shared/contract/backups.ts';
import type { FinishedSale, ScanOutcome } from '../../shared/contract/selling.ts';
import type {
  Hand,
  Language,
  Layout,
  PrinterSetup,
  ScannerSetup,
  Shop,
} from '../../shared/contract/setup.ts';
import type { ReportView, ShiftRules } from '../../shared/contract/shifts.ts';
import type { LocalTime } from '../../shared/domain/business-day.ts';
import type { Cart, CartId, LineId } from '../../shared/domain/cart.ts';
import type { PrintDocument } from '../../shared/domain/document.ts';
import type { BackupFault } from '../../shared/domain/facts/backups.ts';
import type { ExchangeReturn } from '../../shared/domain/facts/refunds.ts';
import type { FloorGuard } from '../../shared/domain/floor.ts';
import type { InvoiceState } from '../../shared/domain/invoice/invoice.ts';
import type { Item, ItemId } from '../../shared/domain/item.ts';
import type { KeyChanges } from '../../shared/domain/keys/key-map.ts';
import type { LabelRule } from '../../shared/domain/labels/rule.ts';
import type { Looks } from '../../shared/domain/looks.ts';
import type { Minor } from '../../shared/domain/money.ts';
import type { AttemptId } from '../../shared/domain/payment/payment.ts';
import type { RefundId } from '../../shared/domain/payment/refund.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Credit } from '../../shared/domain/refunding/exchange.ts';
import type { RemovalRule } from '../../shared/domain/removal.ts';
import type { Permission, Role } from '../../shared/domain/roles.ts';
import type { CashRounding } from '../../shared/domain/rounding.ts';
import type { Sale, ShiftId, StaffId } from '../../shared/domain/sale.ts';
import type { SaleRefund } from '../../shared/domain/sale-refund.ts';
import type { Count } from '../../shared/domain/shift/cash.ts';
import type { DayReport } from '../../shared/domain/shift/day.ts';
import type { Slides } from '../../shared/domain/slides.ts';
import type { TaxMode } from '../../shared/domain/tax.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Actor, Answer, MoreLeave, Tx } from './feature.ts';

// What features let each other read. They never import each other; boot hands these in.

export type CatalogReads = {
  /** Items that carry this code, in any spelling of it; more than one when a code is on several goods. */
  itemsWithCode(code: string): readonly Item[];
  /** What the counter's search finds, without what is only similar. */
  itemsFound(text: string, most: number): readonly Item[];
  item(id: ItemId): Item | undefined;
  /** Most sold first; for the quick keys. */
  mostSold(most: number): readonly Item[];
  categories(most: number): readonly string[];
  inCategory(category: string, most: number): readonly Item[];
};

export type NewGoods = Pick<Item, 'name' | 'price' | 'category'> & { readonly code: string };

/** What the counter does to the price list. */
export type CatalogKeeper = {
  /** Lets prices count whose moment has come: to be called before goods are rung up. */
  bringForward(tx: Tx): void;
  /** Puts goods on the price list, for whoever scans the code from now on; refused where it is on the list already. */
  add(tx: Tx, goods: NewGoods): Answer<Item>;
};

/** Reads workbooks where the till is not kept waiting. */
export type WorkbookReader = {
  /**
   * The first sheet that holds anything, as CSV in UTF-8: `take` is given one piece per turn, and ends it by
   * saying false. The file is used up by it. Refuses with what is wrong with the file, or `stopped`.
   */
  read(
    file: Uint8Array<ArrayBuffer>,
    take: (piece: Uint8Array) => boolean,
    signal: AbortSignal,
  ): Promise<Result<{ readonly sheet: string }, string>>;
};

export type SellingReads = {
  currentCart(): Cart;
  heldCarts(): number;
  sale(number: number): Sale | undefined;
  /** The hash of the journal row that tells of this sale. */
  sealOf(number: number): string | undefined;
  /** The newest sale whose number ends in these digits. */
  lastSaleEnding(digits: string): Sale | undefined;
  /** The sale just finished, until the next customer's first goods. */
  finished(): FinishedSale | null;
  /** The number the next sale takes. */
  nextNumber(): number;
  /** The leave that the counter's cart needs to be sold as it is, for lines below their floor; null where none. */
  leaveForFloors(actor: Actor): MoreLeave | null;
  /** Lets those lines go as low as they are, by the leave that came with the command; false where it needs some and has none. */
  letBelowFloors(tx: Tx): boolean;
  /** The counter's customer knows what it comes to, and it is back to the goods. */
  amountWasSaid(tx: Tx): void;
};

export type ShiftReads = {
  current(): { readonly id: ShiftId; readonly cashier: StaffId } | null;
  /** Which of the till's drawers the current shift has, from 0. */
  drawerPlace(): number | null;
  /** X while the shift goes on, its Z afterwards. */
  report(id: ShiftId): ReportView | undefined;
  day(day: string): DayReport | null;
};

export type SetupReads = {
  isSetUp(): boolean;
  settings(): Looks & {
    readonly language: Language;
    readonly country: string;
    readonly currency: string;
    readonly taxMode: TaxMode;
    readonly training: 'no' | 'demo' | 'country' | 'practice';
    readonly shop: Shop;
    readonly tillLabel: string;
    readonly printer: PrinterSetup;
    readonly scanner: ScannerSetup;
    /** A payment code that is read among goods is charged at once, without the key that freezes the amount. */
    readonly zeroKey: boolean;
    readonly checklistHidden: boolean;
    readonly cashRounding: CashRounding;
    readonly floorGuard: FloorGuard;
    readonly removalRule: RemovalRule;
    readonly labelRules: readonly LabelRule[];
    readonly layout: Layout;
    /** What is on other keys than those the till came with. */
    readonly keys: KeyChanges;
    /** Template of the invoicing service's address, for the code on receipts; empty where there is none. */
    readonly invoiceUrl: string;
    readonly autoLockMinutes: number;
    /** A held cart prints a slip that brings it back. */
    readonly holdSlip: boolean;
    /** Cashiers create goods by themselves. */
    readonly cashierCreates: boolean;
    readonly handedness: Hand;
    readonly slides: Slides;
  };
  /** What the shop lets its cashiers do beyond their role. */
  granted(): readonly Permission[];
  shiftRules(): ShiftRules;
  staff(id: StaffId): Person | undefined;
  /** Everybody who was ever hired and has not been forgotten, in the order they came. */
  people(): readonly Person[];
  /** Whose badges there are, as digests. */
  badges(): readonly { readonly staff: StaffId; readonly digest: string }[];
};

export type Person = {
  readonly id: StaffId;
  /** Made from the id where the name has been erased. */
  readonly name: string;
  readonly role: Role;
  readonly pinHash: string | null;
  readonly blocked: boolean;
  /** The sealed secret of their one-time codes. */
  readonly sealedCodes: string | null;
  readonly secondFactor: boolean;
};

/** A scan that may be a person's badge; asked by selling before it looks for goods. */
export type BadgeScans = {
  /** Signs in whose badge it is; undefined where it is nobody's. */
  signInWith(text: string, tx: Tx): Answer<{ readonly name: string }> | undefined;
};

/** Payments that nobody could settle yet, for the close of a shift. */
export type PaymentReads = {
  unsettled(): {
    readonly unknown: Count;
    readonly unverified: Count;
    readonly refundsUnderWay: number;
  };
};

/** What a scan means to whoever takes the money; asked by selling, in the scan's own transaction. */
export type PaymentScans = {
  /** The amount has been said; the cart does not change until it is taken or given up. */
  isFrozen(cart: CartId): boolean;
  /** What became of a scan while the counter's amount is frozen; undefined where none is. */
  whileFrozen(text: string, typed: boolean, tx: Tx): ScanOutcome | undefined;
  /** Charges what could also have been a label, now that somebody has said what it is; undefined where none waits. */
  takeDoubted(tx: Tx): ScanOutcome | undefined;
  /** Whether somebody must watch: an amount is frozen at the counter, or a payment is not settled either way. */
  needsEyes(): boolean;
  /** The open credit of an exchange, where no parked cart counts on it. */
  creditAtCounter(): Credit | undefined;
  /** What became of a payment code that was read among goods. */
  amongGoods(text: string, wallet: Wallet, tx: Tx): ScanOutcome;
};

/** Money of customers' payments on its way back; refunding decides how much, paying how it gets there. */
export type PaymentRefunds = {
  /** What of a payment has not gone back, and is not on its way back, by whatever hand. */
  refundable(attempt: AttemptId): Minor;
  /** Writes it down and leaves the sending for after the commit; offline it waits there. `amount` at most what is refundable. */
  begin(tx: Tx, attempt: AttemptId, amount: Minor, reason: string): RefundId;
  /** Keeps money of a payment back for an exchange: nobody can send it back while it is. */
  hold(tx: Tx, attempt: AttemptId, amount: Minor): void;
  letGo(tx: Tx, attempt: AttemptId, amount: Minor): void;
  /** The amount at the counter has been said. */
  counterIsFrozen(): boolean;
  /** Whether a frozen cart, at the counter or parked, counts on the credit of this refund. */
  isSpending(refund: number): boolean;
};

/** A sale as the gateway tells of it, and what came back of it at other tills than this one. */
export type SaleAtTill = {
  /** Null where this till sold it. */
  readonly till: { readonly id: string; readonly label: string } | null;
  readonly sale: Sale;
  readonly goodsBack: readonly { readonly line: LineId; readonly quantity: Quantity }[];
  readonly moneyBack: readonly { readonly tender: string; readonly amount: Minor }[];
};

/** What the gateway has heard from the shop's tills; never more than they have sent. */
export type OtherTills = {
  /**
   * The sales with this receipt, newest first. `not-asked`: no gateway, or no answer that counts; `unclear`: an
   * answer that can't be believed.
   */
  look(receipt: string): Promise<readonly SaleAtTill[] | 'not-asked' | 'unclear'>;
};

export type RefundReads = {
  refund(number: number): SaleRefund | undefined;
  /** What of an exchange went back after all; undefined where none did. */
  returned(number: number): ExchangeReturn | undefined;
  /** The credit that waits for the next sale; at most one is open. */
  credit(): Credit | undefined;
};

export type LinkReads = {
  /** False from the moment a probe or a send failed until one succeeded. */
  isOnline(): boolean;
};

/** A proved copy of the database; `rows` and `head` say where its journal ends. */
export type BackupFile = {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly head: string;
};

export type BackupWriter = {
  /** Where the till's own backups lie. */
  readonly folder: string;
  /** Null while none is being written. */
  progress(): BackupProgress | null;
  /** One at a time. `to`: another folder than the till's own. Never rejects for what a disk does. */
  write(to?: string): Promise<Result<BackupFile, BackupFault>>;
};

export type InvoiceReads = {
  /** How far the invoice of this sale is, by the sale's number. */
  stateOf(sale: number): InvoiceState;
};

/** The rules of the clock on the shop's wall: its zone and its daylight saving. */
export type WallClock = {
  localTime(atMs: number): LocalTime;
  /** Wall ms at which that local date begins. */
  dayStart(date: string): number;
};

/** Finished tickets, newest first. The answer takes in every ticket that was finished when it was asked for. */
export type TicketReads = {
  /** Those of a kind, of a local date, of an amount (due or given back), with these last digits of the receipt's number; at most `most`. */
  find(
    wanted: {
      readonly kind?: 'sale' | 'refund' | undefined;
      readonly date?: string | undefined;
      readonly amount?: Minor | undefined;
      readonly tail?: string | undefined;
    },
    most: number,
  ): Promise<readonly Ticket[]>;
  ofShift(shift: ShiftId): Promise<readonly Ticket[]>;
  /** Journal rows of the sales from one wall ms to before another, as far as the index has got. */
  salesIn(fromMs: number, toMs: number): readonly { readonly seq: number; readonly at: number }[];
};

export type PaperPages = {
  /** Puts a page into the spool as it is, to be printed once all of this is on disk; gives the job. */
  print(tx: Tx, title: string, document: PrintDocument): string;
};
