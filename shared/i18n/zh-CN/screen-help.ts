import { cap } from '../keys-in-words.ts';

type Rows = readonly (readonly [keys: string, does: string])[];

/** F1 on screens that have no help of their own: what they are for, and their keys. */
export const screenHelp = {
  'sign-in': [
    ['数字', '选自己，输入密码，按 Enter'],
    ['扫工牌', '直接登录；换人时购物车都留着'],
    ['忘了密码', '请店主在设置里重设，或运行 evertill set-pin'],
  ] as Rows,
  more: [
    ['数字', '打开亮着的那一组里的一项'],
    [cap('more'), '换到另一组：管理，或收银'],
    ['练习收银', `随便试的一台收银机；${cap('end-practice')} 结束，什么都不入账`],
    ['Esc', '回到收银'],
  ] as Rows,
  receipts: [
    ['↑ ↓', '选一张小票、退货单或打印任务，右边是它的样子'],
    ['← →', '换到打印任务，或换回来'],
    ['Enter', '补打；没打出来的，说明有没有打出来'],
    [cap('invoice'), '给这一单开发票'],
  ] as Rows,
  refunding: [
    ['扫小票', '找到那一单；也可以输入单号后几位'],
    [`${cap('choice-1')} · ${cap('choice-2')}`, '按金额找 · 按日期找'],
    [`← →  ${cap('choice-1')}`, '选要退的行 · 全部'],
    [`${cap('quantity')} · ${cap('choice-3')}`, '退几件 · 报损，不再上架'],
    ['Enter Enter', '看清退多少、退到哪里，再确认'],
    [cap('swap'), '确认时按：换货，抵下一单'],
  ] as Rows,
  catalog: [
    ['拖进来', '价目表文件（Excel、CSV、TXT）；编码和分隔符自己认'],
    ['先看再换', '看清加多少、涨跌多少、退回多少，再换上；变动最大的价格在最前'],
    ['撤销导入', '换回导入前的价目表，下一次导入前都可以'],
    ['箱码', '加“箱码、入数”两列：扫箱码等于扫那么多件；有“箱价”就按箱价卖'],
    ['退回的行', '连原因一起下载，改好再导入'],
  ] as Rows,
  syncing: [
    ['做什么', '什么还没上传、为什么；不影响收银'],
    ['被搁置的', '网关收下了但要有人看一下，不会丢'],
  ] as Rows,
  desk: [
    ['做什么', '结果不明、多收、待核实的付款，一笔一笔处理'],
    ['↑ ↓', '选一笔，右边是已经知道的'],
    ['数字', '做一件事：查单、收下、退款、核实、备注'],
    ['30 分钟', '超过就标红；没有人处理不会自己消失'],
  ] as Rows,
  invoice: [
    [cap('swap'), '公司或个人'],
    ['Enter', '提交申请；抬头和税号只存在本机'],
    [cap('remove'), '撤回还没开的申请'],
  ] as Rows,
  invoices: [
    ['PgUp PgDn', '换状态：已申请、需红冲、已开、已红冲'],
    ['直接输入', '查找：单号、抬头、税号、发票号码'],
    [cap('choice-1'), '看更早的，每次五十张；看完回到最新'],
    ['Enter', '登记发票号码，或红字发票号码'],
    [cap('export'), '导出待开的发票，交给开票服务'],
  ] as Rows,
  audit: [
    ['0–9', '只看一类：销售、登录、授权、钱箱……'],
    [cap('search'), '查找：小票号、原因、商品'],
    ['↑ ↓', '选一条，右边是全部内容'],
    [cap('export'), '导出，能看到进度'],
  ] as Rows,
  reports: [
    [`${cap('choice-1')} · ${cap('choice-2')} · ${cap('choice-3')}`, '一天 · 防损 · 小票清单'],
    ['← →', '前一天 · 后一天'],
    [cap('swap'), '图和表换着看'],
    [`${cap('print')} · ${cap('export')} · ${cap('workbook')}`, '打印 · 存 CSV · 存 Excel'],
    ['扫小票', '在小票清单里找到那一单'],
  ] as Rows,
  settings: [
    ['PgUp PgDn', '换一页'],
    ['Enter', '保存这一页'],
    ['谁能改', '店铺、设备、通道要店主；别人可以看'],
  ] as Rows,
  'getting-started': [
    ['数字', '做这一件；都可以以后再做'],
    ['✓ ○', '做好了 · 还没做，看收银机实际的样子'],
    ['Enter', `开始收银；以后在 ${cap('more')}“店里怎么样”里找得到`],
  ] as Rows,
  'first-run': [
    ['Enter', '下一步；都可以以后在设置里改'],
    ['演示', '先用演示店试，不算真账'],
  ] as Rows,
};
