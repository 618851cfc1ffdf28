import { type Minor, minorDigits, plainAmount } from '../domain/money.ts';
import type { LanguageTag } from './index.ts';

const currencies: Readonly<Record<LanguageTag, Readonly<Record<string, string>>>> = {
  'zh-CN': { CNY: '元', USD: '美元', EUR: '欧元', GBP: '英镑', JPY: '日元' },
  en: { CNY: 'yuan', USD: 'dollars', EUR: 'euros', GBP: 'pounds', JPY: 'yen' },
};

/**
 * An amount as a person says it, for a voice: `一百四十元四角`. Voices read Chinese figures digit by digit as
 * often as not, so yuan are written out; other figures they read right.
 */
export function spokenAmount(amount: Minor, language: LanguageTag, currency: string): string {
  if (language === 'zh-CN' && currency === 'CNY') return spokenYuan(amount);
  const figures = plainAmount(amount, minorDigits(currency)).replace(/\.0+$/, '');
  const name = currencies[language][currency] ?? currency;
  return language === 'zh-CN' ? figures + name : `${figures} ${name}`;
}

const figures = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

function spokenYuan(amount: Minor): string {
  const [yuan, jiao, fen] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan > 0 ? `${spokenCount(yuan)}元` : '';
  const small = (jiao > 0 ? `${spokenCount(jiao)}角` : '') + (fen > 0 ? `${spokenCount(fen)}分` : '');
  const gap = whole !== '' && jiao === 0 && fen > 0 ? '零' : '';
  return whole + gap + small || '零元';
}

/** A count before a measure word: 两, not 二, where people say so. */
function spokenCount(count: number): string {
  let spoken = '';
  let rest = count;
  for (let group = 0; rest > 0; group += 1) {
    const part = rest % 10_000;
    rest = Math.floor(rest / 10_000);
    if (part > 0) {
      const gap = rest > 0 && part < 1000 ? '零' : '';
      spoken = `${gap}${spokenGroup(part)}${groups[group]}${spoken}`;
    } else if (spoken !== '' && !spoken.startsWith('零')) spoken = `零${spoken}`;
  }
  return spoken.replace(/^一十/, '十');
}

function spokenGroup(part: number): string {
  if (part === 2) return '两';
  const digits = [...String(part)].map(Number);
  return digits
    .map((digit, at) => {
      const place = digits.length - 1 - at;
      if (digit === 0) return digits.slice(at + 1).some(each => each > 0) && digits[at - 1] !== 0 ? '零' : '';
      return (digit === 2 && place >= 2 ? '两' : figures[digit]!) + places[place]!;
    })
    .join('');
}
