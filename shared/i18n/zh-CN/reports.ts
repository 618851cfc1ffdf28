import type { LossMeasure } from '../../contract/reports.ts';
import type { ReportId } from '../../domain/report.ts';
import type { TenderName, TicketKind } from '../../domain/ticket.ts';
import { key } from '../keys-in-words.ts';
import { wallets } from './wallets.ts';

const tenders: Readonly<Record<TenderName, string>> = {
  cash: '现金',
  ...wallets,
  'store-code': '店铺码',
  exchange: '换货抵扣',
};
const kinds: Readonly<Record<TicketKind, string>> = {
  sale: '销售',
  refund: '退货',
  void: '撤单',
  'without-receipt': '无票退货',
};
const titles: Readonly<Record<ReportId, string>> = {
  today: '日报',
  losses: '防损',
  tickets: '小票清单',
};
const measures: Readonly<Record<LossMeasure, string>> = {
  voids: '删行和作废',
  openings: '无销售开钱箱',
  refunds: '退款',
  discounts: '打折',
  overrides: '改价',
  floors: '低于最低价',
};

export const reports = {
  title: '报表',
  titles,
  kinds,
  tenders,
  measures,
  /** Names of columns, by their ids; short, for a 58 mm roll. */
  columns: {
    hour: '时段',
    tickets: '单数',
    takings: '营业额',
    lastWeek: '上周同日',
    cashier: '收银员',
    voids: '删除',
    voidsAmount: '删除金额',
    openings: '开钱箱',
    refunds: '退款',
    refundsAmount: '退款金额',
    discounts: '打折',
    discountsAmount: '打折金额',
    overrides: '改价',
    overridesAmount: '改价金额',
    floors: '低于最低价',
    floorsAmount: '低价差额',
    standsOut: '提示',
    receipt: '单号',
    kind: '类型',
    at: '时间',
    pieces: '件数',
    gross: '原价',
    discount: '优惠',
    net: '未税',
    tax: '税额',
    total: '金额',
    ...tenders,
  } as Readonly<Record<string, string>>,
  /** What stands in columns of words. */
  words: { ...kinds, out: '偏高' } as Readonly<Record<string, string>>,
  sum: '合计',
  hour: (hour: number) => `${hour} 点`,
  days: (from: string, to: string) => (from === to ? from : `${from} 至 ${to}`),

  tabs: { today: '日报', losses: '防损', tickets: '小票' } as Readonly<Record<ReportId, string>>,
  keys: {
    /** By so many days at a time. */
    before: (days: number): string => (days === 1 ? '前一天' : '前一段'),
    after: (days: number): string => (days === 1 ? '后一天' : '后一段'),
    choose: '选一张',
    find: '按数字查找',
  },
  length: (days: number) => (days === 1 ? '看一天' : `看 ${days} 天`),
  asTable: '看表格',
  asPicture: '看图',
  print: '打印',
  printList: '打印列表',
  printed: '已送去打印',
  csv: 'CSV',
  workbook: 'Excel',
  saved: (name: string) => `已保存：${name}`,
  collecting: (done: number, all: number) => `正在导出 ${done} / ${all} 行`,
  nothing: '这段时间没有记录',
  nothingNote: '按 ← 看前一天。',
  day: {
    takings: '营业额',
    takingsNote: '销售减退款',
    sales: '销售',
    basket: '客单价',
    pieces: '件数',
    refunds: '退款',
    discounts: '优惠',
    lastWeek: (date: string, amount: string) => `上周同日 ${date}：${amount}`,
    hours: '按小时',
    thisDay: '这天',
    weekBefore: '上周同日',
    tenders: '收款方式',
    times: (count: number) => `${count} 笔`,
    chart: (best: string, amount: string) =>
      `每小时的营业额。最高是 ${best}，${amount}。按 ${key('swap')} 看表格。`,
  },
  losses: {
    rule: (count: number, times: number, peers: number) =>
      `“偏高”：至少 ${count} 次，而且每百单次数超过其他人中间值的 ${times} 倍；至少要有 ${peers} 位同事可比。偏高只说明要看一看，不等于有问题。`,
    rate: (perHundred: string) => `每百单 ${perHundred}`,
    peers: (perHundred: string) => `同事 ${perHundred}`,
    alone: '没有人可比',
    out: '偏高',
  },
  ticket: {
    search: '单号末几位或金额',
    kind: '类型',
    /** A filter that lets everything through. */
    unfiltered: (name: string) => `${name}：全部`,
    tender: '收款方式',
    cashier: '收银员',
    kinds: { sale: '销售', refund: '退货' },
    found: (count: number, total: string) => `${count} 张，共 ${total}`,
    none: '没有符合的小票',
    noneNote: '换个日期，或按 Backspace 清掉条件。',
    of: '退的是',
    reason: (reason: string) => `原因：${reason}`,
    offline: '断网时',
    discount: '优惠',
    tax: '税额',
    taxIncluded: '含税',
    total: '应收',
    back: '退还',
    given: '实收',
    change: '找零',
    order: '商户单号',
    writtenOff: '报损',
  },
};
