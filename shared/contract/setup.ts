import { z } from 'zod';
import { type FloorGuard, floorGuards } from '../domain/floor.ts';
import { invoiceAddressFault } from '../domain/invoice/address.ts';
import { actNames } from '../domain/keys/acts.ts';
import type { KeyChanges } from '../domain/keys/key-map.ts';
import { keyNameMax } from '../domain/keys/key-rules.ts';
import {
  amountFactors,
  type LabelRule,
  labelRulesMax,
  parseRule,
  weightUnits,
} from '../domain/labels/rule.ts';
import { type Looks, themes, voices } from '../domain/looks.ts';
import { type RemovalRule, removalAsks } from '../domain/removal.ts';
import { type Role, roles } from '../domain/roles.ts';
import { type CashRounding, cashRoundings } from '../domain/rounding.ts';
import type { StaffId } from '../domain/sale.ts';
import type { Slides } from '../domain/slides.ts';
import type { TaxMode } from '../domain/tax.ts';
import { gapMsMax, gapMsMin, wedgePrefix } from '../domain/wedge.ts';
import { Amount, Label, NameField, None, OneTimeCode, Pin, ScanText, StaffIdField } from './fields.ts';
import { addSlide, SlidesField } from './slides.ts';
import { command, query, watch } from './word.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * Countries the first start offers. `fiscal`: the law wants a certified device that this till lacks,
 * so there it only trains. `taxPermille`: the general VAT rate, for price lists that name none.
 */
export const countries = {
  CN: { currency: 'CNY', taxMode: 'inclusive', taxPermille: 130, fiscal: false },
  US: { currency: 'USD', taxMode: 'exclusive', taxPermille: 0, fiscal: false },
  GB: { currency: 'GBP', taxMode: 'inclusive', taxPermille: 200, fiscal: false },
  DE: { currency: 'EUR', taxMode: 'inclusive', taxPermille: 190, fiscal: true },
  AT: { currency: 'EUR', taxMode: 'inclusive', taxPermille: 200, fiscal: true },
  FR: { currency: 'EUR', taxMode: 'inclusive', taxPermille: 200, fiscal: true },
} as const satisfies Record<
  string,
  { currency: string; taxMode: TaxMode; taxPermille: number; fiscal: boolean }
>;
export type Country = keyof typeof countries;

export type Shop = {
  readonly name: string;
  readonly branch: string;
  readonly address: string;
  readonly phone: string;
};
export const ShopField = z.object({
  name: NameField(40),
  branch: Label(40),
  address: Label(80),
  phone: Label(30),
});

export type StaffCard = {
  readonly id: StaffId;
  readonly name: string;
  readonly role: Role;
  /** The key to check this PIN with is lost: signing in asks for none and gives a cashier's rights. */
  readonly pinLost: boolean;
  readonly blocked: boolean;
  /** Their name and all else about them has been erased; what stands in `name` is made from the id. */
  readonly forgotten: boolean;
  readonly hasBadge: boolean;
  /** Can give leave over the phone, by one-time codes. */
  readonly hasCodes: boolean;
  readonly secondFactor: boolean;
  /** Locked out by wrong tries, for this long from when it was told. */
  readonly lockedSeconds: number;
};

export type PaperWidth = 58 | 80;

/** Where receipts go. `virtual` shows the paper on screen. `silent`: this printer never answers, so nothing is asked of it. */
export type PrinterSetup =
  | { readonly transport: 'virtual'; readonly paper: PaperWidth }
  | {
      readonly transport: 'serial';
      readonly paper: PaperWidth;
      readonly path: string;
      readonly baud: number;
      readonly silent?: boolean | undefined;
    }
  | {
      readonly transport: 'tcp';
      readonly paper: PaperWidth;
      readonly host: string;
      readonly port: number;
      readonly silent?: boolean | undefined;
    }
  | { readonly transport: 'file'; readonly paper: PaperWidth; readonly path: string };

export type ScannerSetup =
  | {
      readonly transport: 'keyboard';
      /** How its typing is told from a person's, where it was measured; see `shared/domain/wedge.ts`. */
      readonly gapMs?: number | undefined;
      readonly prefix?: string | undefined;
    }
  | { readonly transport: 'serial'; readonly path: string; readonly baud: number };

const paper = z.union([z.literal(58), z.literal(80)]);
const path = z.string().min(1).max(260);
const baud = z.union([
  z.literal(2400),
  z.literal(9600),
  z.literal(19200),
  z.literal(38400),
  z.literal(115200),
]);
const silent = z.boolean().optional();
export const PrinterField: z.ZodType<PrinterSetup> = z.discriminatedUnion('transport', [
  z.object({ transport: z.literal('virtual'), paper }),
  z.object({ transport: z.literal('serial'), paper, path, baud, silent }),
  z.object({
    transport: z.literal('tcp'),
    paper,
    host: z.string().regex(/^[\w.:-]{1,253}$/),
    port: z.int().min(1).max(65535),
    silent,
  }),
  z.object({ transport: z.literal('file'), paper, path }),
]);
export const ScannerField: z.ZodType<ScannerSetup> = z.discriminatedUnion('transport', [
  z.object({
    transport: z.literal('keyboard'),
    gapMs: z.int().min(gapMsMin).max(gapMsMax).optional(),
    prefix: z.string().regex(wedgePrefix).optional(),
  }),
  z.object({ transport: z.literal('serial'), path, baud }),
]);

export type DeviceHealth = {
  readonly state: 'absent' | 'connecting' | 'ready' | 'trouble';
  /** A code such as `no-permission`, `busy`, `paper-out`; the page has the words. */
  readonly reason: string | null;
};

/** How the counter shares its room: `scan` gives it to the list, `touch` to the tiles. */
export const layouts = ['scan', 'touch'] as const;
export type Layout = (typeof layouts)[number];

export type SetupView = Looks & {
  readonly firstRun: boolean;
  /** Sales count for nothing: demo, practice, or a country whose fiscal device we lack. */
  readonly training: 'no' | 'demo' | 'country' | 'practice';
  readonly language: Language;
  readonly country: Country;
  readonly currency: string;
  readonly taxMode: TaxMode;
  readonly shop: Shop;
  readonly till: { readonly id: string; readonly label: string };
  readonly staff: readonly StaffCard[];
  readonly printer: PrinterSetup;
  readonly scanner: ScannerSetup;
  /** Payment codes read among goods are charged at once. */
  readonly zeroKey: boolean;
  /** Template of the invoicing service's address; empty where there is none. */
  readonly invoiceUrl: string;
  /** After so many minutes without a command the till asks who is there; 0 never. */
  readonly autoLockMinutes: number;
  /** A held cart prints a slip that brings it back. */
  readonly holdSlip: boolean;
  /** Cashiers put goods on the price list by themselves (建档); otherwise a manager allows it each time. */
  readonly cashierCreates: boolean;
  /** How sums paid in cash are rounded (抹零). */
  readonly cashRounding: CashRounding;
  /** What happens where goods would go below their lowest price, or below cost. */
  readonly floorGuard: FloorGuard;
  readonly removalRule: RemovalRule;
  /** How the shop's scales write their labels (秤签); the first rule that a code fits reads it. */
  readonly labelRules: readonly LabelRule[];
  readonly layout: Layout;
  /** What this till has on other keys than those it came with. */
  readonly keys: KeyChanges;
  readonly handedness: Hand;
  /** What the customer's screen shows while nobody is served. */
  readonly slides: Slides;
  readonly health: { readonly printer: DeviceHealth; readonly scanner: DeviceHealth };
  /** Where secrets lie: the system's keystore, a file only the owner can read, or a keystore that hides nothing. */
  readonly vault: 'keystore' | 'key-file' | 'weak';
  /** In the demo shop and in practice everybody's PIN is on the screen; anywhere else there is none to show. */
  readonly demoPin: string | null;
  /** The owner does not want to be reminded any more of what is left to set up. */
  readonly checklistHidden: boolean;
  /** Somebody has made a sale at the practice till. */
  readonly practised: boolean;
};

/** Only the shape; which keys an act may have, `keys/key-rules.ts` says, with reasons for people. */
const KeysField: z.ZodType<KeyChanges> = z.partialRecord(z.enum(actNames), z.string().min(1).max(keyNameMax));
/** The hand that presses: on its side stand the pad and what takes the money. */
export const hands = ['right', 'left'] as const;
export type Hand = (typeof hands)[number];

const LabelRuleField: z.ZodType<LabelRule> = z
  .object({
    pattern: z.string().max(18),
    amountFactor: z.literal(amountFactors),
    weightUnit: z.enum(weightUnits),
    keepZeros: z.boolean(),
  })
  .refine(rule => parseRule(rule).ok);

const settings = z.discriminatedUnion('setting', [
  z.object({ setting: z.literal('language'), value: z.enum(languages) }),
  z.object({ setting: z.literal('shop'), value: ShopField }),
  z.object({ setting: z.literal('till-label'), value: z.string().regex(/^[0-9A-Z]{1,4}$/) }),
  z.object({ setting: z.literal('printer'), value: PrinterField }),
  z.object({ setting: z.literal('scanner'), value: ScannerField }),
  z.object({ setting: z.literal('zero-key'), value: z.boolean() }),
  z.object({ setting: z.literal('checklist-hidden'), value: z.boolean() }),
  z.object({
    setting: z.literal('invoice-url'),
    value: z.string().refine(text => text === '' || invoiceAddressFault(text) === null),
  }),
  z.object({ setting: z.literal('hold-slip'), value: z.boolean() }),
  z.object({ setting: z.literal('cashier-creates'), value: z.boolean() }),
  z.object({ setting: z.literal('auto-lock-minutes'), value: z.int().min(0).max(120) }),
  z.object({ setting: z.literal('cash-rounding'), value: z.enum(cashRoundings) }),
  z.object({ setting: z.literal('floor-guard'), value: z.enum(floorGuards) }),
  z.object({
    setting: z.literal('removal-rule'),
    value: z.object({ ask: z.enum(removalAsks), above: Amount }),
  }),
  z.object({ setting: z.literal('label-rules'), value: z.array(LabelRuleField).max(labelRulesMax) }),
  z.object({ setting: z.literal('layout'), value: z.enum(layouts) }),
  z.object({ setting: z.literal('keys'), value: KeysField }),
  z.object({ setting: z.literal('handedness'), value: z.enum(hands) }),
  z.object({ setting: z.literal('theme'), value: z.enum(themes) }),
  z.object({ setting: z.literal('sound'), value: z.boolean() }),
  z.object({ setting: z.literal('voice'), value: z.enum(voices) }),
  z.object({ setting: z.literal('slides'), value: SlidesField }),
]);
export type Setting = z.output<typeof settings>;

const HiredRole = z.enum(roles).exclude(['operator']);
type Done = Record<string, never>;

export const setup = {
  state: watch('open', None).returns<SetupView>(),
  begin: command(
    'first-run',
    z.object({
      language: z.enum(languages),
      country: z.enum(Object.keys(countries) as [Country, ...Country[]]),
      shop: ShopField,
      ownerName: NameField(20),
      ownerPin: Pin,
      start: z.enum(['demo', 'own']),
    }),
  ).returns<{ staff: StaffId }>(),
  addStaff: command('manage-staff', z.object({ name: NameField(20), role: HiredRole, pin: Pin })).returns<{
    staff: StaffId;
  }>(),
  setRole: command('manage-staff', z.object({ staff: StaffIdField, role: HiredRole })).returns<Done>(),
  rename: command('manage-staff', z.object({ staff: StaffIdField, name: NameField(20) })).returns<Done>(),
  /** Blocked, a person neither signs in nor gives leave; what they did stays as it is. */
  setBlocked: command(
    'manage-staff',
    z.object({ staff: StaffIdField, blocked: z.boolean() }),
  ).returns<Done>(),
  /** Erases what is known of a person: name, PIN, badge, codes. For ever. */
  forgetStaff: command('manage-settings', z.object({ staff: StaffIdField })).returns<Done>(),
  /** The text of a badge is a secret, and never kept. */
  setBadge: command('manage-staff', z.object({ staff: StaffIdField, text: ScanText })).returns<Done>(),
  removeBadge: command('manage-staff', z.object({ staff: StaffIdField })).returns<Done>(),
  /** Makes one-time codes for whoever says it; they count once a first one has proved that the phone has them. */
  enrolTotp: command('manage-staff', None).returns<Done>(),
  /** What the phone is to scan, while it is being enrolled by the one who is signed in. A query, because answers to commands are kept. */
  totpUri: query('manage-staff', None).returns<{ uri: string }>(),
  confirmTotp: command('manage-staff', z.object({ code: OneTimeCode })).returns<Done>(),
  removeTotp: command('manage-staff', z.object({ staff: StaffIdField })).returns<Done>(),
  /** Whether the owner who says it signs in with a one-time code after the PIN. */
  setSecondFactor: command('manage-settings', z.object({ on: z.boolean() })).returns<Done>(),
  /** Sets a PIN anew, where it was forgotten or can't be checked any more. */
  setPin: command('manage-settings', z.object({ staff: StaffIdField, pin: Pin })).returns<
    Record<string, never>
  >(),
  change: command('manage-settings', settings).returns<Record<string, never>>(),
  addSlide,
};
