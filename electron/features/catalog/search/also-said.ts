import { ByPoint } from './by-point.ts';
import { pointsOf } from './points.ts';

/**
 * What people type beside what the dictionary says, for words of goods and places: a syllable for each
 * character, and a dot where there is nothing to add. A single character is said so wherever it stands.
 */
export const alsoSaid: Readonly<Record<string, string>> = {
  // Said in two ways by everybody.
  薄: 'bo',
  血: 'xie',
  扒: 'pa',
  粘: 'zhan',
  仔: 'zi',
  参: 'shen',
  削: 'xue',
  // Shops and trades.
  五金行: '· · hang',
  车行: '· hang',
  茶行: '· hang',
  粮行: '· hang',
  米行: '· hang',
  药行: '· hang',
  花行: '· hang',
  果行: '· hang',
  布行: '· hang',
  排行: '· hang',
  // Goods.
  雪茄: '· jia',
  茄克: 'jia ·',
  芥蓝: 'gai ·',
  阿胶: 'e ·',
  刨冰: 'bao ·',
  刨子: 'bao ·',
  荨麻: 'xun ·',
  色子: 'shai ·',
  弹珠: 'dan ·',
  弹丸: 'dan ·',
  弹壳: 'dan ·',
  弹子: 'dan ·',
  发卡: '· qia',
  卡子: 'qia ·',
  卡扣: 'qia ·',
  和面: 'huo ·',
  系带: 'ji ·',
  系绳: 'ji ·',
  系鞋: 'ji ·',
  藏香: 'zang ·',
  藏药: 'zang ·',
  藏茶: 'zang ·',
  藏红花: 'zang · ·',
  藏式: 'zang ·',
  长高: 'zhang ·',
  还珠: 'huan ·',
  主角: '· jue',
  独角戏: '· jue ·',
  乐谱: 'yue ·',
  蚌埠: '· fu',
  // Places and names.
  番禺: '· yu',
  会稽: 'kuai ji',
  乐清: 'yue ·',
  乐亭: 'lao ·',
  单县: 'shan ·',
  大城: 'dai ·',
  铅山: 'yan ·',
  燕京: 'yan ·',
  尉犁: 'yu ·',
  东阿: '· e',
  六合: 'lu ·',
  六堡: 'lu ·',
};

type Said = { readonly word: readonly number[]; readonly at: number; readonly syllable: string };

/** By the character that is said so. */
const byPoint = new ByPoint<Said[]>();
for (const [text, syllables] of Object.entries(alsoSaid)) {
  const word = pointsOf(text);
  for (const [at, syllable] of syllables.split(' ').entries()) {
    if (syllable === '·') continue;
    byPoint.set(word[at]!, [...(byPoint.get(word[at]!) ?? []), { word, at, syllable }]);
  }
}

const nothing: readonly string[] = [];

/** What else the character at `index` is called among its neighbours. */
export function alsoSaidOf(points: readonly number[], index: number): readonly string[] {
  const said = byPoint.get(points[index]!);
  if (!said) return nothing;
  return said
    .filter(({ word, at }) => word.every((point, place) => points[index - at + place] === point))
    .map(({ syllable }) => syllable);
}
