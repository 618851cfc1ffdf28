import type { PrinterModel } from '../../model.ts';

/** The common Chinese 58 mm printer at 203 dpi; torn off by hand. */
export const generic58: PrinterModel = {
  id: 'generic-58',
  title: 'ESC/POS 58 mm',
  paperMm: 58,
  columns: 32,
  dots: 384,
  encoding: 'gbk2',
  cutter: false,
  drawerPin: 2,
  backChannel: 'status',
  bytesPerSecond: 400,
};
