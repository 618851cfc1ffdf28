import { expect, test } from 'vitest';
import type { LineId } from '../../../shared/domain/cart.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { AttemptId } from '../../../shared/domain/payment/payment.ts';
import type { RefundId } from '../../../shared/domain/payment/refund.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { mirror } from '../../../shared/domain/refunding/mirror.ts';
import type { SaleRefund, SaleRefundId } from '../../../shared/domain/sale-refund.ts';
import { receiptWords } from '../../../shared/i18n/receipt.ts';
import { goods, ringUp } from '../../../test/doubles/goods.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { saleOf } from '../../../test/doubles/sales.ts';
import { generic80 } from '../../devices/printers/models/generic-80/model.ts';
import { developPaper, renderDocument } from '../../devices/printers/render.ts';
import { refundDocument } from './refund-slip.ts';

const cola = goods('cola', 350, { name: '可口可乐 330ml' });
const noodles = goods('noodles', 455, { name: '康师傅 红烧牛肉面' });
const cart = ringUp(
  [
    { item: cola, quantity: pieces(3), discount: null },
    { item: noodles, quantity: pieces(1), discount: { kind: 'amount', off: minor(50) } },
  ],
  null,
);
const sale = saleOf(price(cart, { taxMode: 'inclusive' }), 'inclusive', minor(-5));
const mirrored = mirror(sale, new Map(), [
  { line: 1 as LineId, quantity: pieces(2), goods: 'stock' },
  { line: 2 as LineId, quantity: pieces(1), goods: 'written-off' },
]);
if (!mirrored.ok) throw new Error(mirrored.refusal.code);

const refund: SaleRefund = {
  id: 'refund-1' as SaleRefundId,
  kind: 'refund',
  number: 1,
  receipt: '1-R000001',
  sale: { id: sale.id, number: sale.number, receipt: sale.receipt, till: null },
  shift: sale.shift,
  cashier: sale.cashier,
  at: sale.at,
  offline: true,
  training: false,
  currency: 'CNY',
  taxMode: 'inclusive',
  reason: '质量问题',
  ...mirrored.value,
  back: [
    {
      id: 'back-1',
      tender: 'attempt-1',
      kind: 'code',
      amount: minor(800),
      wallet: 'wechat',
      channel: 'jeepay',
      attempt: 'attempt-1' as AttemptId,
      order: 'T1ORDER0001',
      refund: 'r-1' as RefundId,
    },
    { id: 'back-2', tender: 'cash-1', kind: 'cash', amount: minor(mirrored.value.total - 800) },
  ],
};

const slip = (language: 'zh-CN' | 'en', of: SaleRefund = refund) =>
  paperLines(
    developPaper(
      renderDocument(
        refundDocument(of, [], {
          words: receiptWords[language],
          shop: { name: '惠民便利', branch: '中山路店', address: '', phone: '' },
          cashier: '李敏',
          tillLabel: '1',
          copy: 1,
          timeText: () => '2026-11-28 14:03',
          invoiceUrl: '',
          dateText: () => '2026-11-28',
        }),
        generic80,
      ),
      generic80,
    ),
  );

test('the slip says what came back of which receipt, why, and on which way the money goes', () => {
  expect(slip('zh-CN')).toMatchInlineSnapshot(`
    [
      "    惠民便利 · 中山路店",
      "------------------------------------------------",
      "                    退货",
      "单号 1-R000001                          收银机 1",
      "原单号                                  1-000123",
      "收银员 李敏                     2026-11-28 14:03",
      "------------------------------------------------",
      "可口可乐 330ml",
      "2 × ￥3.50                               ￥7.00",
      "康师傅 红烧牛肉面",
      "1 × ￥4.55                               ￥4.55",
      "优惠                                     -￥0.50",
      "报损，不回货架",
      "------------------------------------------------",
      "件数                                           3",
      "合计                                     ￥11.55",
      "优惠                                     -￥0.50",
      "抹零                                     -￥0.03",
      "应退                          ￥11.02",
      "原路退回 微信支付                         ￥8.00",
      "商户单号                             T1ORDER0001",
      "退款处理中，到账以钱包通知为准",
      "现在没有网络，网络恢复后自动退款",
      "退现金                                    ￥3.02",
      "税额                                      ￥1.27",
      "------------------------------------------------",
      "原因                                    质量问题",
      "",
      "顾客签名 ____________________",
      "",
      "[cut]",
    ]
  `);
});

test('in English too', () => {
  expect(slip('en')).toMatchInlineSnapshot(`
    [
      "    惠民便利 · 中山路店",
      "------------------------------------------------",
      "                  REFUND",
      "No. 1-R000001                             Till 1",
      "Original receipt                        1-000123",
      "Cashier 李敏                    2026-11-28 14:03",
      "------------------------------------------------",
      "可口可乐 330ml",
      "2 × ￥3.50                               ￥7.00",
      "康师傅 红烧牛肉面",
      "1 × ￥4.55                               ￥4.55",
      "Discount                                 -￥0.50",
      "written off, not for sale",
      "------------------------------------------------",
      "Pieces                                         3",
      "Subtotal                                 ￥11.55",
      "Discount                                 -￥0.50",
      "Rounding                                 -￥0.03",
      "Refunded                  ￥11.02",
      "Back to WeChat Pay                        ￥8.00",
      "Order                                T1ORDER0001",
      "On its way; the wallet tells when it has come",
      "No network now: sent by itself when there is one",
      "Cash given back                           ￥3.02",
      "of which tax                              ￥1.27",
      "------------------------------------------------",
      "Reason                                  质量问题",
      "",
      "Signature ____________________",
      "",
      "[cut]",
    ]
  `);
});

test('a sale undone is called so, and goods without a receipt name none', () => {
  expect(slip('zh-CN', { ...refund, kind: 'void' }).join('\n')).toContain('整单撤销');
  const without = slip('zh-CN', { ...refund, kind: 'without-receipt', sale: null }).join('\n');
  expect(without).toContain('无小票退货');
  expect(without).not.toContain('原单号');
});

test('nothing is promised about the network where there is one', () => {
  const online = slip('zh-CN', { ...refund, offline: false }).join('\n');
  expect(online).toContain('退款处理中');
  expect(online).not.toContain('网络恢复后');
});
