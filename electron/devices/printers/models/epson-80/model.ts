import type { PrinterModel } from '../../model.ts';

/** Epson TM at 180 dpi: 512 dots make 42 columns; it reports the number of a job whose printing is done. */
export const epson80: PrinterModel = {
  id: 'epson-80',
  title: 'Epson TM 80 mm',
  paperMm: 80,
  columns: 42,
  dots: 512,
  encoding: 'gbk2',
  cutter: true,
  drawerPin: 2,
  backChannel: 'process-id',
  bytesPerSecond: 1200,
};
