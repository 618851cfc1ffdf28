import type { Env } from '../../shared/env.ts';
import type { Reply } from '../http/route.ts';
import { barcodes } from '../sheet/draw.ts';
import { escapeHtml, page } from '../sheet/page.ts';
import { scenarioTable } from './scenario-table.ts';
import { type Group, groups, type Scenario, type Wallet, wallets } from './scenarios.ts';

const title = '付款码练习纸 · Payment codes to practise with';
const groupTitles: Readonly<Record<Group, string>> = {
  customer: '顾客付款 · The customer',
  declined: '被拒绝 · Declined',
  trouble: '平台说不清 · The provider is wrong',
  wire: '网络故障 · The wire fails',
  cancel: '撤销 · Cancels',
  refund: '退款 · Refunds',
  later: '通知与对账 · Notices and statements',
};
const walletNames: Readonly<Record<Wallet, string>> = {
  wechat: '微信支付',
  alipay: '支付宝',
  unionpay: '云闪付',
};
const shapes: Readonly<Record<Wallet, { readonly prefix: string; readonly digits: number }>> = {
  wechat: { prefix: '13', digits: 18 },
  alipay: { prefix: '28', digits: 18 },
  unionpay: { prefix: '62', digits: 19 },
};

/** A payment code of a wallet that brings `scenario` about, different each time. */
export function newCode(wallet: Wallet, scenario: Scenario, randomBytes: Env['randomBytes']): string {
  const { prefix, digits } = shapes[wallet];
  const middle = digits - prefix.length - scenario.suffix.length;
  return `${prefix}${Array.from(randomBytes(middle), byte => byte % 10).join('')}${scenario.suffix}`;
}

/** Every scenario for every wallet, as barcodes; new ones each time, for a code works once. */
export async function codeSheet(randomBytes: Env['randomBytes']): Promise<Reply> {
  const barcode = await barcodes();
  const entry = (scenario: Scenario, wallet: Wallet): string => {
    const code = newCode(wallet, scenario, randomBytes);
    const what = `${escapeHtml(scenario.zh)}<br>${escapeHtml(scenario.en)}`;
    return `<li><b>${what}</b>${barcode(code, 'code128')}<span>${code}</span> ${walletNames[wallet]}</li>`;
  };
  const sections = groups.map(group => {
    const ofGroup = scenarioTable.filter(scenario => scenario.group === group);
    const entries = ofGroup.flatMap(scenario => wallets.map(wallet => entry(scenario, wallet)));
    return `<h2>${groupTitles[group]}</h2>\n<ul class="wide">\n${entries.join('\n')}\n</ul>`;
  });
  return page(
    title,
    `<p>不是真钱。每个码只能用一次，刷新本页换新码。No real money. A code works once: load the page again for new ones.</p>\n${sections.join('\n')}`,
  );
}
