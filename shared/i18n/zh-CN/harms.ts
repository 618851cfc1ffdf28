import type { JournalHarm } from '../../domain/journal-head.ts';

/** What is wrong with the journal, from which row on; a harm without words does not compile, in any language. */
export const harms: Readonly<Record<JournalHarm, (seq: number) => string>> = {
  changed: seq => `第 ${seq} 条被改过`,
  missing: seq => `第 ${seq} 条被删除了`,
  inserted: seq => `第 ${seq} 条是后来插进去的`,
  reordered: seq => `从第 ${seq} 条起顺序被调换过`,
  'cut-off': seq => `从第 ${seq} 条起，后面的都不见了`,
  'older-file': seq => `这是一份旧账本：从第 ${seq} 条起的都不在里面`,
  'unknown-version': seq => `第 ${seq} 条的版本不认识`,
  'epoch-not-announced': seq => `第 ${seq} 条换了账期，但没有开头记录`,
  unreadable: seq => `第 ${seq} 条读不出来`,
  'heads-gone': () => '账本的备查文件（heads 文件夹）不见了',
  'heads-damaged': seq => `账本的备查文件从第 ${seq} 条起坏了`,
  'head-differs': seq => `与设备签名不符：第 ${seq} 条或更早的被改过`,
  'gateway-differs': seq => `与网关保存的不符：第 ${seq} 条或更早的被改过`,
};
