import type { Discount } from '../../../shared/domain/discount.ts';
import { parseMinor } from '../../../shared/domain/money.ts';
import type { LanguageTag } from '../../../shared/i18n/index.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';

/** What may be typed as a discount, at any moment of typing it. */
export const discountTyping = /^-?\d{0,6}(?:\.\d{0,2})?%?$/;

/**
 * Reads a discount as the shop writes it. `-5` takes 5.00 off and `10%` ten percent everywhere. A bare figure
 * is what is left in Chinese (`9` = 9折, `85` = 8.5折) and what goes off in English (`10` = 10 %).
 * `0` takes a discount away (null).
 */
export function readDiscount(
  text: string,
  language: LanguageTag,
  digits: number,
): Result<Discount | null, 'unreadable'> {
  if (/^0(?:\.0*)?%?$/.test(text)) return ok(null);
  if (text.startsWith('-')) {
    const off = parseMinor(text.slice(1), digits);
    return off.ok && off.value > 0 ? ok({ kind: 'amount', off: off.value }) : no('unreadable');
  }
  const percent = /^(\d{1,3})(?:\.(\d))?%$/.exec(text) ?? (language === 'en' ? bare.exec(text) : null);
  if (percent) return share(Number(percent[1]) * 10 + Number(percent[2] ?? 0));
  return language === 'zh-CN' ? share(leftOver(text)) : no('unreadable');
}

const bare = /^(\d{1,3})(?:\.(\d))?$/;

/** `9` and `9.0` leave 900 thousandths, `85` and `8.5` leave 850, `8.88` leaves 888. Gives what goes off. */
function leftOver(text: string): number {
  const two = /^([1-9])(\d)$/.exec(text);
  const match = two ?? /^(\d)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return 0;
  return 1000 - Number(match[1]) * 100 - Number((match[2] ?? '').padEnd(2, '0'));
}

const share = (permilleOff: number): Result<Discount, 'unreadable'> =>
  permilleOff >= 1 && permilleOff < 1000 ? ok({ kind: 'share', permilleOff }) : no('unreadable');
