import type { Rng } from '../../shared/lib/rng.ts';

// A price list as large as anybody likes: names put together as real ones are, so that common words are
// common and few names are alone.

const brands =
  '康师傅 统一 农夫山泉 可口可乐 百事 娃哈哈 伊利 蒙牛 光明 旺旺 洽洽 三只松鼠 良品铺子 雀巢 奥利奥 好丽友 达利园 盼盼 今麦郎 白象 海天 李锦记 厨邦 千禾 金龙鱼 鲁花 福临门 清风 维达 心相印 蓝月亮 立白 雕牌 奥妙 舒肤佳 海飞丝 飘柔 潘婷 高露洁 黑人 云南白药 得力 晨光 真彩 南孚 双鹿'.split(
    ' ',
  );
const kinds =
  '红烧牛肉面 老坛酸菜面 矿泉水 纯净水 冰红茶 绿茶 酸奶 纯牛奶 花生牛奶 瓜子 薯片 饼干 蛋糕 面包 果冻 巧克力 口香糖 火腿肠 榨菜 酱油 生抽 老抽 食用油 调和油 大米 挂面 抽纸 卷纸 湿巾 洗衣液 洗洁精 香皂 洗发水 护发素 牙膏 牙刷 中性笔 笔记本 电池 可乐 雪碧 橙汁 苹果汁 椰汁 凉茶 咖啡 奶茶 啤酒 黄酒 白酒'.split(
    ' ',
  );
const tastes =
  '原味 麻辣 香辣 五香 番茄 黄瓜 草莓 蓝莓 香草 柠檬 蜜桃 葡萄 芒果 海盐 芝士 抹茶 焦糖 无糖 低脂 经典'.split(
    ' ',
  );
const sizes =
  '100g 120g 180g 250g 330ml 350g 450ml 500ml 550ml 600ml 750ml 900g 1L 1.25L 1.5L 2L 5L 10片 12支 24罐'.split(
    ' ',
  );

export type ListedGoods = { readonly code: string; readonly name: string; readonly price: string };

/** `count` goods with valid EAN-13 codes of their own, drawn from `rng`. */
export function listGoods(count: number, rng: Rng): ListedGoods[] {
  const draw = (words: readonly string[]) => words[Math.floor(rng() * words.length)]!;
  return Array.from({ length: count }, (_, place) => ({
    code: ean13(690_000_000_000 + place * 7),
    name: `${draw(brands)}${draw(tastes)}${draw(kinds)}${draw(sizes)}`,
    price: (1 + Math.floor(rng() * 9_900) / 100).toFixed(2),
  }));
}

export const asCsv = (goods: readonly ListedGoods[]): string =>
  `条码,品名,售价\n${goods.map(each => `${each.code},${each.name},${each.price}`).join('\n')}\n`;

function ean13(first12: number): string {
  const digits = String(first12);
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** What people type, by kind: name parts, first letters, whole sounds, codes; some that find nothing. */
export function queriesFor(
  goods: readonly ListedGoods[],
  count: number,
  rng: Rng,
): Readonly<Record<QueryKind, string[]>> {
  const any = () => goods[Math.floor(rng() * goods.length)]!;
  const many = (make: () => string) => Array.from({ length: count }, make);
  const draw = (words: readonly string[]) => words[Math.floor(rng() * words.length)]!;
  return {
    han1: many(() => [...draw(kinds)][0]!),
    han2: many(() => [...draw(kinds)].slice(0, 2).join('')),
    han4: many(() => draw(brands) + [...draw(tastes)].slice(0, 2).join('')),
    initials: many(() => draw(['kkkl', 'nfsq', 'hsnrm', 'lchc', 'cnn', 'xxy', 'bs', 'yl', 'mn', 'zz'])),
    sounds: many(() =>
      draw(['kekoukele', 'kele', 'niunai', 'bingan', 'shengchou', 'pijiu', 'naicha', 'kafei']),
    ),
    mixed: many(
      () => `${draw(['kk', 'nf', 'hs', '可乐', '牛奶', 'yl'])} ${draw(['330', '500', '1', '250'])}`,
    ),
    code: many(() => any().code),
    codeStart: many(() => any().code.slice(0, 8)),
    codeEnd: many(() => any().code.slice(-4 - Math.floor(rng() * 3))),
    nothing: many(() => draw(['飞碟', 'qqqqq', '999999', '独角兽'])),
  };
}

/** The same words with one slip of a finger in each; all of them mean goods of the list. */
export const slips =
  'kekuokele kekoukela gekoukele kekoukeele nongfusanquan nongfushanqaun liunai niuniai bingang sengcou pijou naiche kafeii kafe330 kekuokele330 xiangmian'.split(
    ' ',
  );

/** Others of the kind, for a till that has been asked such things before. */
export const slipsBefore =
  'lanyuelaing kangshifuu qingdaoo baixiagn huangguaa yuanweii xiangnai mengnui'.split(' ');

export type QueryKind =
  | 'han1'
  | 'han2'
  | 'han4'
  | 'initials'
  | 'sounds'
  | 'mixed'
  | 'code'
  | 'codeStart'
  | 'codeEnd'
  | 'nothing';
