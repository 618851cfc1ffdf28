import type { LocalTime } from '../../../shared/domain/business-day.ts';
import type { PaymentReads, SellingReads, SetupReads } from '../../core/ports.ts';

export type ShiftPorts = {
  readonly setup: SetupReads;
  readonly selling: () => SellingReads;
  readonly payments: () => PaymentReads;
  /** A moment as the shop's wall clock shows it. */
  readonly localTime: (atMs: number) => LocalTime;
  /** Name and version of this program, as they stand on a Z. */
  readonly software: string;
};
