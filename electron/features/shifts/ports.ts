import type { LocalTime } from '../../../shared/domain/business-day.ts';
import type { PaymentReads, RefundReads, SellingReads, SetupReads } from '../../core/ports.ts';

export type ShiftPorts = {
  readonly setup: SetupReads;
  readonly selling: () => SellingReads;
  readonly payments: () => PaymentReads;
  readonly refunds: () => RefundReads;
  /** A moment as the shop's wall clock shows it. */
  readonly localTime: (atMs: number) => LocalTime;
  /** Name and version of this program, as they stand on a Z. */
  readonly software: string;
};
