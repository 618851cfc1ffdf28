import type { PrintDocument } from '../../shared/domain/document.ts';

/** A receipt with everything that goes wrong on Chinese paper: ¥, long and rare names, accents, a QR code. */
export const sampleReceipt: PrintDocument = {
  blocks: [
    { kind: 'text', text: '好邻居便利店', align: 'center', bold: true, double: true },
    { kind: 'text', text: '人民路店 · 021-5555', align: 'center' },
    { kind: 'rule' },
    { kind: 'columns', cells: ['商品', '数量', '单价', '金额'] },
    { kind: 'text', text: '可口可乐 330ml×24' },
    { kind: 'columns', cells: ['', '2', '39.90', '¥79.80'] },
    { kind: 'pair', left: '㐂寿司 café', right: '¥1234.50' },
    { kind: 'rule' },
    { kind: 'pair', left: '合计', right: '¥1314.30', bold: true },
    { kind: 'blank' },
    { kind: 'qr', text: 'T1-000123' },
    { kind: 'cut' },
  ],
};
