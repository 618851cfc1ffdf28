import {
  type Country,
  countries,
  type Language,
  type PrinterSetup,
  type ScannerSetup,
  type Shop,
} from '../../../shared/contract/setup.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { CashRounding } from '../../../shared/domain/rounding.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import type { SetupReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';

type Settings = ReturnType<SetupReads['settings']>;

/** What holds before anybody has chosen; the first start asks for country, language and shop. */
export const defaults = {
  language: 'zh-CN' as Language,
  country: 'CN' as Country,
  training: 'no' as 'no' | 'demo' | 'country',
  shop: { name: '', branch: '', address: '', phone: '' } as Shop,
  'till-label': '1',
  printer: { transport: 'virtual', paper: 80 } as PrinterSetup,
  scanner: { transport: 'keyboard' } as ScannerSetup,
  'zero-key': false,
  'cash-rounding': 'none' as CashRounding,
};
type Name = keyof typeof defaults;

/** Settings and staff as their tables stand; cheap enough to be asked on every sale. */
export function setupReads(db: ReadDb): SetupReads {
  const setting = <N extends Name>(name: N): (typeof defaults)[N] => {
    const row = db.get<{ value: string }>('SELECT value FROM settings WHERE setting = ?', [name]);
    return row ? (JSON.parse(row.value) as (typeof defaults)[N]) : defaults[name];
  };
  return {
    isSetUp: () => db.get('SELECT 1 FROM settings WHERE setting = ?', ['country']) !== undefined,
    settings: (): Settings => {
      const country = setting('country');
      return {
        language: setting('language'),
        country,
        currency: countries[country].currency,
        taxMode: countries[country].taxMode,
        training: setting('training'),
        shop: setting('shop'),
        tillLabel: setting('till-label'),
        printer: setting('printer'),
        scanner: setting('scanner'),
        zeroKey: setting('zero-key'),
        cashRounding: setting('cash-rounding'),
      };
    },
    staff: id => {
      const row = db.get<StaffRow>(`${staffSql} WHERE staff.id = ?`, [id]);
      return row && { id: row.id, name: row.name ?? '', role: row.role, pinHash: row.pin };
    },
  };
}

type StaffRow = { id: StaffId; role: Role; name: string | null; pin: string | null };

const staffSql = `
  SELECT staff.id, staff.role, name.value AS name, pin.value AS pin
  FROM staff
  LEFT JOIN personal AS name ON name.seq = staff.told_in AND name.field = 'name'
  LEFT JOIN personal AS pin ON pin.seq = staff.told_in AND pin.field = 'pin'`;

/** Everybody who can sign in, in the order they came, which is the order of their ids. */
export const staffRows = (db: ReadDb) => db.all<StaffRow>(`${staffSql} ORDER BY staff.id`);
