/** Four digits, the first of them no zero, out of sixteen bits of chance. */
export const makePin = (bits: number): string => String(1000 + (bits % 9000));
