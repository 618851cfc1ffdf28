import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill } from '../../../../test/conformance/catalog-till.ts';
import { alsoSaid } from './also-said.ts';

/** Names, and every way in which people type them. */
const said: readonly (readonly [name: string, ...sounds: string[]])[] = [
  ['重庆火锅底料', 'chongqing', 'zhongqing', 'cqhg', 'zqhg'],
  ['双重奶酪', 'shuangchong', 'shuangzhong', 'scnl', 'sznl'],
  ['重阳糕', 'chongyang', 'cyg'],
  ['银行纪念币', 'yinhang', 'yhjn'],
  ['行李箱', 'xingli', 'xlx'],
  ['老李五金行', 'wujinhang', 'wujinxing', 'wjh', 'wjx'],
  ['可口可乐', 'kekoukele', 'kele', 'kkkl'],
  ['快乐薯片', 'kuaile', 'klsp'],
  ['音乐盒', 'yinyue', 'yinle', 'yyh'],
  ['乐清小馄饨', 'yueqing', 'leqing', 'yqxh', 'lqxh'],
  ['长城干红', 'changcheng', 'ccgh'],
  ['成长奶粉', 'chengzhang', 'chengchang', 'cznf', 'ccnf'],
  ['长高钙片', 'zhanggao', 'changgao', 'zggp'],
  ['还原奶', 'huanyuan', 'haiyuan', 'hyn'],
  ['薄荷糖', 'bohe', 'baohe', 'bht'],
  ['薄脆饼干', 'baocui', 'bocui', 'bcbg'],
  ['超薄日用', 'chaobao', 'chaobo', 'cbry'],
  ['鸭血粉丝', 'yaxue', 'yaxie', 'yxfs'],
  ['毛血旺', 'maoxue', 'maoxie', 'mxw'],
  ['牛角面包', 'niujiao', 'njmb'],
  ['主角手办', 'zhujue', 'zhujiao', 'zjsb'],
  ['蚌埠烧饼', 'bengbu', 'bangbu', 'bbsb'],
  ['河蚌', 'hebang', 'hb'],
  ['六安瓜片', 'luan', 'liuan', 'lagp'],
  ['六个核桃', 'liuge', 'lght'],
  ['番禺榄核蔗', 'panyu', 'fanyu', 'pylh', 'fylh'],
  ['番茄酱', 'fanqie', 'fqj'],
  ['厦门馅饼', 'xiamen', 'shamen', 'xmxb', 'smxb'],
  ['德州扒鸡', 'dezhoupaji', 'dezhoubaji', 'dzpj', 'dzbj'],
  ['粘毛器', 'zhanmao', 'nianmao', 'zmq', 'nmq'],
  ['粘豆包', 'niandoubao', 'zhandoubao', 'ndb'],
  ['西洋参', 'xiyangshen', 'xys'],
  ['参鸡汤', 'shenji', 'canji', 'sjt', 'cjt'],
  ['牛仔裤', 'niuzai', 'nzk'],
  ['仔排', 'zaipai', 'zipai', 'zp'],
  ['雪茄', 'xuejia', 'xueqie', 'xj'],
  ['芥蓝', 'jielan', 'gailan', 'jl', 'gl'],
  ['东阿阿胶', 'dongeejiao', 'dongeajiao', 'deej', 'deaj'],
  ['刨冰机', 'baobing', 'paobing', 'bbj', 'pbj'],
  ['什锦糖', 'shijin', 'shenjin', 'sjt'],
  ['发卡', 'faka', 'faqia', 'fk', 'fq'],
  ['大枣', 'dazao', 'dz'],
  ['涪陵榨菜', 'fuling', 'flzc'],
  ['郫县豆瓣', 'pixian', 'pxdb'],
  ['东莞米粉', 'dongguan', 'dgmf'],
  ['台州蜜桔', 'taizhou', 'tzmj'],
  ['绿林好汉', 'lulin', 'lvlin', 'llhh'],
  ['重庆银行卡套', 'zhongqingyinhang', 'chongqingyinxing', 'zqyh', 'cqyx'],
];
let shop: CatalogTill;
beforeAll(() => {
  shop = openCatalogTill();
  shop.importNow(`条码,品名,售价\n${said.map(([name], place) => `${7000 + place},${name},1`).join('\n')}`);
});
afterAll(() => shop.throwAway());

test.each(said)('%s is found by each way to say it', (name, ...sounds) => {
  for (const sound of sounds) {
    const exact = shop.search(sound).filter(item => !item.similar);
    expect(
      exact.map(item => item.name),
      sound,
    ).toContain(name);
  }
});

test('what is said besides has a syllable or a dot for each character', () => {
  for (const [word, syllables] of Object.entries(alsoSaid)) {
    expect(syllables.split(' ').length, word).toBe([...word].length);
    expect(syllables).toMatch(/^(?:[a-z]{1,6}|·)(?: (?:[a-z]{1,6}|·))*$/);
    expect(syllables).toMatch(/[a-z]/);
  }
});
