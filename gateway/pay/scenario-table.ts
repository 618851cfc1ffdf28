import type { Customer, Group, Scenario } from './scenarios.ts';

type Row = readonly [
  suffix: string,
  zh: string,
  en: string,
  does?: Omit<Scenario, 'suffix' | 'group' | 'zh' | 'en'>,
];

const pays = (inMs: number): Customer => ({ does: 'pays', inMs });
const declined = (why: Extract<Customer, { does: 'is-declined' }>['why']) => ({
  customer: { does: 'is-declined', why } as const,
});
const waits: Customer = { does: 'waits' };

const rows: Readonly<Record<Group, readonly Row[]>> = {
  customer: [
    ['0000', '立即付款成功', 'Paid at once'],
    ['0001', '输密码，8 秒后付款', 'Types a password, pays after 8 s', { customer: pays(8_000) }],
    ['0002', '40 秒后才付款', 'Pays after 40 s only', { customer: pays(40_000) }],
    ['0003', '一直不付，钱包到时关闭', 'Never pays; the wallet gives up', { customer: waits }],
    ['0004', '6 秒后取消', 'Cancels after 6 s', { customer: { does: 'cancels', inMs: 6_000 } }],
    [
      '0005',
      '8 秒后付款，平台 11 分钟后才知道',
      'Pays after 8 s; the provider learns of it after 11 min',
      { customer: pays(8_000), unheard: true },
    ],
  ],
  declined: [
    ['0010', '余额不足', 'Not enough money', declined('funds')],
    ['0011', '付款码已过期', 'Code expired', declined('expired')],
    ['0012', '付款码已用过', 'Code used before', declined('used')],
    ['0013', '付款码无效', 'Code invalid', declined('invalid')],
    ['0014', '超过限额', 'Over the limit', declined('limit')],
    ['0015', '风控拦截', 'Held back as a risk', declined('risk')],
    ['0016', '商户未开通', 'Merchant not set up', declined('merchant')],
  ],
  trouble: [
    ['0020', '报失败，钱已扣', 'Said to have failed, money taken', { trouble: 'misread' }],
    [
      '0021',
      '报失败，钱未扣',
      'Said to have failed, money not taken',
      { trouble: 'misread', customer: { does: 'never-asked' } },
    ],
    ['0022', '报系统异常，钱已扣', 'System error, money taken', { trouble: 'left-open' }],
  ],
  wire: [
    ['0030', '已扣款，应答丢失', 'Money taken, answer lost', { wire: 'drop-after' }],
    ['0031', '什么都没做就断线', 'Cut before anything was done', { wire: 'drop-before' }],
    [
      '0032',
      '1 秒时扣款，30 秒后才应答',
      'Money taken after 1 s, answered after 30 s',
      { wire: 'late', customer: pays(1_000) },
    ],
    ['0033', '502，钱已扣', 'HTTP 502, money taken', { wire: '502-after' }],
    ['0034', '502，钱未扣', 'HTTP 502, money not taken', { wire: '502-before' }],
    ['0035', '已扣款，应答只有一半', 'Money taken, half an answer', { wire: 'cut' }],
    ['0036', '已扣款，签名错误', 'Money taken, wrong signature', { wire: 'wrong-signature' }],
    ['0037', '已扣款，应答没有签名', 'Money taken, answer unsigned', { wire: 'unsigned' }],
    [
      '0038',
      '已扣款，查询的金额不符',
      'Money taken, queries tell another amount',
      { wire: 'wrong-amount', customer: pays(1_000) },
    ],
    ['0039', '已扣款，应答是别的单号', 'Money taken, answer names another order', { wire: 'wrong-order' }],
  ],
  cancel: [
    ['0040', '撤销两次被拒，第三次成功', 'Two cancels refused, the third taken', cancelled('refused-twice')],
    ['0041', '撤销成功，3 秒后仍扣款', 'Cancelled, paid 3 s later all the same', cancelled('paid-after')],
    ['0042', '撤销前一刻付款，撤销被拒', 'Paid just before the cancel: refused', cancelled('paid-before')],
    ['0043', '撤销说成功，其实已付款', 'Cancel claims success, but it is paid', cancelled('claimed')],
  ],
  refund: [
    ['0050', '付款；退款 5 秒后成功', 'Paid; refunds take 5 s', { refund: 'slow' }],
    ['0051', '付款；退款失败', 'Paid; refunds fail', { refund: 'fails' }],
    ['0052', '付款；已退款，应答丢失', 'Paid; refunded, answer lost', { refund: 'drop-after' }],
    ['0053', '付款；退款报失败，其实已退', 'Paid; refund said to fail, but done', { refund: 'misread' }],
    ['0054', '付款；退款报异常，其实已退', 'Paid; refund left open, but done', { refund: 'left-open' }],
  ],
  later: [
    ['0060', '付款；通知重复且乱序', 'Paid; notices thrice, out of order', { later: 'notice-thrice' }],
    ['0070', '付款；对账单缺这笔', 'Paid; missing in the statement', { later: 'row-missing' }],
    ['0071', '付款；对账单多一笔', 'Paid; twice in the statement', { later: 'row-extra' }],
    ['0072', '付款；对账单金额不符', 'Paid; other amount in the statement', { later: 'other-amount' }],
    ['0073', '付款；记入后一天对账单', 'Paid; in the next day’s statement', { later: 'next-day' }],
  ],
};

function cancelled(cancel: NonNullable<Scenario['cancel']>) {
  return { customer: waits, cancel } as const;
}

/**
 * What the last four digits of a payment code bring about, the same for every wallet. 0005, 0053 and 0054
 * are habits of Jeepay’s that no other number shows.
 */
export const scenarioTable: readonly Scenario[] = Object.entries(rows).flatMap(([group, ofGroup]) =>
  ofGroup.map(([suffix, zh, en, does]) => ({ suffix, group: group as Group, zh, en, ...does })),
);
