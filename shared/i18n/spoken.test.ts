import { expect, test } from 'vitest';
import { minor } from '../domain/money.ts';
import { spokenAmount } from './spoken.ts';

test.each([
  [10000, '一百元'],
  [14040, '一百四十元四角'],
  [14044, '一百四十元四角四分'],
  [14004, '一百四十元零四分'],
  [200, '两元'],
  [250, '两元五角'],
  [1200, '十二元'],
  [2200, '二十二元'],
  [20200, '两百零二元'],
  [100500, '一千零五元'],
  [2000000, '两万元'],
  [1005000, '一万零五十元'],
  [12345678, '十二万三千四百五十六元七角八分'],
  [5, '五分'],
  [20, '两角'],
  [0, '零元'],
])('%i fen is said as the shop says it: %s', (fen, said) => {
  expect(spokenAmount(minor(fen), 'zh-CN', 'CNY')).toBe(said);
});

test('other languages and currencies leave the figures to the voice', () => {
  expect(spokenAmount(minor(14040), 'en', 'CNY')).toBe('140.40 yuan');
  expect(spokenAmount(minor(10000), 'en', 'CNY')).toBe('100 yuan');
  expect(spokenAmount(minor(500), 'zh-CN', 'JPY')).toBe('500日元');
});
