import {
  type Country,
  countries,
  type Hand,
  type Language,
  type Layout,
  type PrinterSetup,
  type ScannerSetup,
  type Shop,
} from '../../../shared/contract/setup.ts';
import type { ShiftRules } from '../../../shared/contract/shifts.ts';
import type { FloorGuard } from '../../../shared/domain/floor.ts';
import type { KeyChanges } from '../../../shared/domain/keys/key-map.ts';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { firstLooks } from '../../../shared/domain/looks.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { RemovalRule } from '../../../shared/domain/removal.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { CashRounding } from '../../../shared/domain/rounding.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { noSlides } from '../../../shared/domain/slides.ts';
import { forgottenName } from '../../../shared/i18n/forgotten.ts';
import type { Person, SetupReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';

type Settings = ReturnType<SetupReads['settings']>;

/** What holds before anybody has chosen; the first start asks for country, language and shop. */
export const defaults = {
  language: 'zh-CN' as Language,
  country: 'CN' as Country,
  training: 'no' as 'no' | 'demo' | 'country' | 'practice',
  shop: { name: '', branch: '', address: '', phone: '' } as Shop,
  'till-label': '1',
  printer: { transport: 'virtual', paper: 80 } as PrinterSetup,
  scanner: { transport: 'keyboard' } as ScannerSetup,
  'zero-key': false,
  'checklist-hidden': false,
  'cut-off-hour': 4,
  'count-tolerance': minor(500),
  'drawer-limit': minor(200_000),
  drawers: [{ drawer: 'main', name: '' }] as ShiftRules['drawers'],
  'invoice-url': '',
  'auto-lock-minutes': 10,
  'hold-slip': false,
  'cashier-creates': false,
  'cash-rounding': 'none' as CashRounding,
  'floor-guard': 'approve' as FloorGuard,
  'removal-rule': { ask: 'above', above: minor(5_000) } as RemovalRule,
  'label-rules': [] as readonly LabelRule[],
  layout: 'scan' as Layout,
  keys: {} as KeyChanges,
  handedness: 'right' as Hand,
  ...firstLooks,
  slides: noSlides,
};
type Name = keyof typeof defaults;

/** Under which name each is kept. */
const keptAs = {
  language: 'language',
  country: 'country',
  training: 'training',
  shop: 'shop',
  tillLabel: 'till-label',
  printer: 'printer',
  scanner: 'scanner',
  zeroKey: 'zero-key',
  checklistHidden: 'checklist-hidden',
  invoiceUrl: 'invoice-url',
  autoLockMinutes: 'auto-lock-minutes',
  holdSlip: 'hold-slip',
  cashierCreates: 'cashier-creates',
  cashRounding: 'cash-rounding',
  floorGuard: 'floor-guard',
  removalRule: 'removal-rule',
  labelRules: 'label-rules',
  layout: 'layout',
  keys: 'keys',
  handedness: 'handedness',
  theme: 'theme',
  sound: 'sound',
  voice: 'voice',
  slides: 'slides',
} as const satisfies Record<Exclude<keyof Settings, 'currency' | 'taxMode'>, Name>;

/** Settings and staff as their tables stand; cheap enough to be asked on every sale. */
export function setupReads(db: ReadDb): SetupReads {
  const setting = <N extends Name>(name: N): (typeof defaults)[N] => {
    const row = db.get<{ value: string }>('SELECT value FROM settings WHERE setting = ?', [name]);
    return row ? (JSON.parse(row.value) as (typeof defaults)[N]) : defaults[name];
  };
  const settings = asAsked(setting);
  return {
    isSetUp: () => db.get('SELECT 1 FROM settings WHERE setting = ?', ['country']) !== undefined,
    settings: () => settings,
    granted: () => (setting('cashier-creates') ? ['create-goods'] : []),
    shiftRules: () => ({
      cutOffHour: setting('cut-off-hour'),
      tolerance: setting('count-tolerance'),
      drawerLimit: setting('drawer-limit'),
      drawers: setting('drawers'),
    }),
    staff: id => {
      // `IN (?)`: after `= ?` SQLite plans these joins anew at every run.
      const row = db.get<StaffRow>(`${staffSql} WHERE staff.id IN (?)`, [id]);
      return row && personOf(row, setting('language'));
    },
    people: () =>
      staffRows(db)
        .filter(row => row.forgotten === 0)
        .map(row => personOf(row, setting('language'))),
    badges: () =>
      staffRows(db).flatMap(({ id, badge }) => (badge === null ? [] : [{ staff: id, digest: badge }])),
  };
}

/**
 * Settings of which each is read when it is asked for, as it stands then: nobody needs all of them, least of all a
 * sale. A loop takes out what it asks for before it begins.
 */
function asAsked(setting: (name: Name) => unknown): Settings {
  const settings = {
    get currency() {
      return countries[setting('country') as Country].currency;
    },
    get taxMode() {
      return countries[setting('country') as Country].taxMode;
    },
  };
  for (const [member, name] of Object.entries(keptAs))
    Object.defineProperty(settings, member, { enumerable: true, get: () => setting(name) });
  return settings as Settings;
}

export type StaffRow = {
  id: StaffId;
  role: Role;
  blocked: number;
  forgotten: number;
  second_factor: number;
  name: string | null;
  pin: string | null;
  badge: string | null;
  codes: string | null;
};

/** Somebody who works, or worked, here; one who was forgotten still has a name to be told apart by. */
export const personOf = (row: StaffRow, language: Language): Person => ({
  id: row.id,
  name: row.name ?? forgottenName[language](row.id.slice(-4)),
  role: row.role,
  pinHash: row.pin,
  blocked: row.blocked === 1,
  sealedCodes: row.codes,
  secondFactor: row.second_factor === 1,
});

const staffSql = `
  SELECT staff.id, staff.role, staff.blocked, staff.forgotten, staff.second_factor,
    name.value AS name, pin.value AS pin, badge.value AS badge, codes.value AS codes
  FROM staff
  LEFT JOIN personal AS name ON name.seq = staff.told_in AND name.field = 'name'
  LEFT JOIN personal AS pin ON pin.seq = staff.told_in AND pin.field = 'pin'
  LEFT JOIN personal AS badge ON badge.seq = staff.badge_in AND badge.field = 'badge'
  LEFT JOIN personal AS codes ON codes.seq = staff.codes_in AND codes.field = 'totp'`;

/** Everybody who was ever hired, in the order they came, which is the order of their ids. */
export const staffRows = (db: ReadDb) => db.all<StaffRow>(`${staffSql} ORDER BY staff.id`);
