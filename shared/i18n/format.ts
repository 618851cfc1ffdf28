import type { Discount } from '../domain/discount.ts';
import type { Unit } from '../domain/item.ts';
import { type Minor, minorDigits, plainAmount } from '../domain/money.ts';
import { plainQuantity, type Quantity } from '../domain/quantity.ts';
import type { LanguageTag } from './index.ts';

/** How a language writes amounts, quantities and times. Pure; screens and receipts use the same. */
export type Formats = {
  /** `12345` -> `¥123.45`. */
  readonly amount: (amount: Minor) => string;
  /** `12345` -> `123.45`, without the sign of the currency. */
  readonly figures: (amount: Minor) => string;
  readonly amountParts: (amount: Minor) => { readonly sign: string; readonly figures: string };
  /** `2000` pieces -> `2`; `1284` kg -> `1.284 kg`. */
  readonly quantity: (count: Quantity, unit: Unit) => string;
  /** `996` per kg -> `9.96 /kg`; a piece has no unit behind it. */
  readonly unitPrice: (price: Minor, unit: Unit) => string;
  /** `9折`, `10% off`, `减 5.00`. */
  readonly discount: (discount: Discount) => string;
  /** Wall ms -> `14:03`. */
  readonly time: (at: number) => string;
  /** Wall ms -> `2026-11-23`. */
  readonly date: (at: number) => string;
  /** Wall ms -> `11-23 14:03`. */
  readonly dayTime: (at: number) => string;
};

const signs: Readonly<Record<string, string>> = { CNY: '¥', JPY: '¥', USD: '$', EUR: '€', GBP: '£' };

const unitNames: Readonly<Record<LanguageTag, Readonly<Record<Unit, string>>>> = {
  'zh-CN': { piece: '件', kg: 'kg', '500g': '500g', jin: '斤' },
  en: { piece: 'pcs', kg: 'kg', '500g': '500 g', jin: 'jin' },
};

/** Figures of a moment on some clock: a year of four digits, all others of two. */
export type Parts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>>;
export type Clock = (at: number) => Parts;

/** Formats of a language and a currency. `timeZone` is an IANA name; without it the machine's own is taken. */
export const formatsFor = (language: LanguageTag, currency: string, timeZone?: string): Formats =>
  formatsOn(clockOf(timeZone), language, currency);

/** The same on a clock that is at hand. */
export function formatsOn(clock: Clock, language: LanguageTag, currency: string): Formats {
  const digits = minorDigits(currency);
  const sign = signs[currency] ?? `${currency} `;
  const figures = (amount: Minor) => plainAmount(amount, digits).replace(/^-/, '−');
  return {
    amount: amount =>
      amount < 0 ? `−${sign}${plainAmount(amount, digits).slice(1)}` : sign + figures(amount),
    figures,
    amountParts: amount => ({ sign, figures: figures(amount) }),
    quantity: (count, unit) =>
      unit === 'piece' ? plainQuantity(count) : `${plainQuantity(count)} ${unitNames[language][unit]}`,
    unitPrice: (price, unit) =>
      unit === 'piece' ? figures(price) : `${figures(price)} /${unitNames[language][unit]}`,
    discount: discount => sayDiscount(discount, language, figures),
    ...stamps(clock),
  };
}

/** The name of a unit on its own: `件`, `kg`, `斤`. */
export const unitName = (unit: Unit, language: LanguageTag): string => unitNames[language][unit];

function sayDiscount(discount: Discount, language: LanguageTag, figures: (amount: Minor) => string): string {
  if (discount.kind === 'amount') {
    return language === 'zh-CN' ? `减 ${figures(discount.off)}` : `${figures(discount.off)} off`;
  }
  // A Chinese shop names what is left (9折), an English one what is taken off (10% off).
  if (language === 'zh-CN') return `${(1000 - discount.permilleOff) / 100}折`;
  return `${discount.permilleOff / 10}% off`;
}

/** Times as a shop writes them everywhere: 24 hours, year first. */
function stamps(partsOf: Clock): Pick<Formats, 'time' | 'date' | 'dayTime'> {
  const time = (at: number) => {
    const { hour, minute } = partsOf(at);
    return `${hour}:${minute}`;
  };
  return {
    time,
    date: at => {
      const { year, month, day } = partsOf(at);
      return `${year}-${month}-${day}`;
    },
    dayTime: at => {
      const { month, day } = partsOf(at);
      return `${month}-${day} ${time(at)}`;
    },
  };
}

function clockOf(timeZone: string | undefined): Clock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return at =>
    Object.fromEntries(format.formatToParts(at).map(part => [part.type, part.value])) as unknown as Parts;
}
