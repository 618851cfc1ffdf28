import type { LossMeasure } from '../../contract/reports.ts';
import type { ReportId } from '../../domain/report.ts';
import type { TenderName, TicketKind } from '../../domain/ticket.ts';
import { wallets } from './wallets.ts';

const tenders: Readonly<Record<TenderName, string>> = {
  cash: '现金',
  ...wallets,
  'store-code': '店铺码',
};
const kinds: Readonly<Record<TicketKind, string>> = {
  sale: '销售',
  refund: '退货',
  void: '撤单',
  'without-receipt': '无票退货',
};
const titles: Readonly<Record<ReportId, string>> = {
  today: '一天概况',
  losses: '防损',
  tickets: '小票清单',
};
const measures: Readonly<Record<LossMeasure, string>> = {
  voids: '删行和作废',
  openings: '无销售开钱箱',
  refunds: '退款',
  discounts: '打折',
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
    standsOut: '提示',
    receipt: '小票号',
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
};
