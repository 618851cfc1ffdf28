/**
 * Each of these shows a bug that the simulator has found, where it is put back: a cart paid between two shifts
 * never became a sale (689); a refund that nobody could say anything about was shown to nobody (the others).
 */
export const savedSeeds: readonly number[] = [689, 69, 124, 131, 139, 235, 259];
