/**
 * A model of receipt printer, as data. `columns` of its normal font (a Han character takes two) and
 * `dots` across the paper at its resolution (devices: 80 mm = 576 dots at 203 dpi, 58 mm = 384).
 */
export type PrinterModel = {
  readonly id: string;
  /** Makers' names are not translated. */
  readonly title: string;
  readonly paperMm: 58 | 80;
  readonly columns: number;
  readonly dots: number;
  /** `gbk2`: ASCII and the two-byte part of GB18030, which GB2312, GBK and GB18030 firmware all read. */
  readonly encoding: 'gbk2';
  readonly cutter: boolean;
  /** Pin of the drawer's plug that the pulse goes to. */
  readonly drawerPin: 2 | 5;
  readonly backChannel: BackChannel;
  /** What the slowest of its kind prints; for patience, not for speed. */
  readonly bytesPerSecond: number;
};

/**
 * How long one attempt to print that many bytes may take, in ms: three times as long as it should, and a
 * minute to put new paper in.
 */
export function printDeadlineMs(byteCount: number, model: PrinterModel): number {
  return Math.round((byteCount / model.bytesPerSecond) * 3000) + startMs + reloadMs;
}

/** A drawer that opens later than this would open for the wrong customer. */
export const pulseDeadlineMs = 5000;

/**
 * How the printer proves that it has printed. `process-id`: it returns our job's number when the printing
 * is done (GS ( H, Epson). `status`: it answers status queries in the order of the data (GS r).
 * `none`: it says nothing, so a job is never more than "sent".
 */
export const backChannels = ['process-id', 'status', 'none'] as const;
export type BackChannel = (typeof backChannels)[number];

const startMs = 5000;
const reloadMs = 60_000;
