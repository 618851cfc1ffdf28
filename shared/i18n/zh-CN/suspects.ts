import type { Suspect } from '../../domain/shift/detective.ts';
import type { Formats } from '../format.ts';
import type { CauseSentences } from '../index.ts';

type Hint = Pick<Suspect, 'about' | 'at' | 'by' | 'amount'>;
const when = ({ at, by }: Hint, format: Formats) => `${at === null ? '' : `${format.time(at)} `}${by}`.trim();

/** What could explain a difference in the drawer: a sentence per cause, then what to look at. */
const causes: CauseSentences = {
  'cash-was-code': (hint, format) => ({
    what: `${hint.about} 记的是现金 ${format.amount(hint.amount)}（${when(hint, format)}），顾客可能是扫码付的`,
    todo: '请到支付平台查这个时间有没有同样金额的一笔。',
  }),
  'code-was-cash': (hint, format) => ({
    what: `${hint.about} 记的是扫码 ${format.amount(hint.amount)}（${when(hint, format)}），顾客可能付了现金`,
    todo: '平台已确认收款：请看监控，可能要把现金退给顾客。',
  }),
  'unverified-was-cash': (hint, format) => ({
    what: `${hint.about} 记的是店铺收款码 ${format.amount(hint.amount)}（${when(hint, format)}），顾客可能付了现金`,
    todo: '请看账单里有没有这一笔；没有，就是现金。',
  }),
  'code-refunded-in-cash': (hint, format) => ({
    what: `${hint.about} 应原路退回 ${format.amount(hint.amount)}（${when(hint, format)}），可能给了现金`,
    todo: '请问经手人，并查原路退款有没有也退出去。',
  }),
  'change-not-given': (hint, format) => ({
    what: `${hint.about} 该找零 ${format.amount(hint.amount)}（${when(hint, format)}），可能忘了找`,
    todo: '请看监控；顾客回来，按小票补找。',
  }),
  'change-given-twice': (hint, format) => ({
    what: `${hint.about} 找零 ${format.amount(hint.amount)}（${when(hint, format)}），可能找了两次`,
    todo: '请看监控这个时间的找零。',
  }),
  'moved-but-not-booked-right': (hint, format) => ({
    what: `“${hint.about}” ${format.amount(hint.amount)}（${when(hint, format)}），和差额正好一样`,
    todo: '请查这一笔是不是记了没做、做了两次，或方向记反了。',
  }),
  'factor-ten': (hint, format) => ({
    what: `“${hint.about}” ${format.amount(hint.amount)}（${when(hint, format)}），可能多按或少按了一个 0`,
    todo: '请对这一笔的单据。',
  }),
  'digits-swapped': (hint, format) => ({
    what: `“${hint.about}” ${format.amount(hint.amount)}（${when(hint, format)}），可能两个数字按反了`,
    todo: '请对这一笔的单据。',
  }),
  'voided-after-paying': (hint, format) => ({
    what: `${when(hint, format)} 作废了 ${format.amount(hint.amount)}，顾客可能已经付了现金`,
    todo: '请看监控，货有没有被拿走。',
  }),
  'other-drawer': hint => ({
    what: `钱箱 ${hint.about} 的差额正好相反`,
    todo: '可能有一笔钱放错了钱箱，请两个钱箱一起再数。',
  }),
  'shift-before': () => ({
    what: '和上一班或开班时的差额一样',
    todo: '可能是上一班点错、留错了备用金，请对上一班的日结单。',
  }),
  'drawer-opened': (hint, format) => ({
    what: `${when(hint, format)} 没有销售，打开过钱箱`,
    todo: '请问经手人为什么，并看监控。',
  }),
};

export const suspects = {
  title: '可能的原因',
  none: '没有哪一笔能正好解释这个差额',
  noneTodo: '请查点钞、找零，或有没有没记的收支。',
  explain: '说明差额',
  cause: '原因',
  note: '说明（谁查的、查到什么）',
  settled: { open: '还要等对账单', done: '已查清' },
  state: '状态',
  saved: '已记下',
  open: '待对账',
  closed: (name: string) => `已查清：${name}`,
  causes,
  names: {
    'cash-was-code': '扫码记成了现金',
    'code-was-cash': '现金记成了扫码',
    'unverified-was-cash': '现金记成了店铺收款码',
    'code-refunded-in-cash': '该原路退的退了现金',
    'change-not-given': '忘了找零',
    'change-given-twice': '找了两次零',
    'moved-but-not-booked-right': '收支没记对',
    'factor-ten': '多按或少按一个 0',
    'digits-swapped': '数字按反',
    'voided-after-paying': '收了钱又作废',
    'other-drawer': '放错了钱箱',
    'shift-before': '上一班的差额',
    'drawer-opened': '无销售开钱箱',
    other: '其他 / 不清楚',
  },
};
