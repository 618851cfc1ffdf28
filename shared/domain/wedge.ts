/** How a scanner that types like a keyboard is told from a person: by how fast its keys follow each other. */
export type WedgeTuning = {
  /** The largest mean gap between its keys, ms. */
  readonly gapMs: number;
  /** A character it is set to begin every code with, which makes it certain; empty where there is none. */
  readonly prefix: string;
};

/** Scanners type a key every 1 to 16 ms, slow Bluetooth ones up to 30; people need 60 and more, in bursts 30. */
export const usualTuning: WedgeTuning = { gapMs: 35, prefix: '' };

export const gapMsMin = 15;
export const gapMsMax = 80;
/** How many scans a calibration asks for. */
export const calibrationScans = 3;
const leeway = 3;

/** A prefix is a character that no code begins with and nobody types at a till. */
export const wedgePrefix = /^[~!@#$^&_|`]?$/;

/** The largest gap to allow, from the mean gaps of some scans, ms: three times what was measured, within bounds. */
export function calibratedGap(means: readonly number[]): number {
  const mean = means.reduce((all, each) => all + each, 0) / Math.max(1, means.length);
  return Math.min(gapMsMax, Math.max(gapMsMin, Math.round(leeway * mean)));
}
