import type { PrinterModel } from '../../model.ts';

/** The common Chinese 80 mm printer at 203 dpi: font A 12 dots wide, Han glyphs 24. */
export const generic80: PrinterModel = {
  id: 'generic-80',
  title: 'ESC/POS 80 mm',
  paperMm: 80,
  columns: 48,
  dots: 576,
  encoding: 'gbk2',
  cutter: true,
  drawerPin: 2,
  backChannel: 'status',
  bytesPerSecond: 600,
};
