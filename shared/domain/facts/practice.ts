import type { StaffId } from '../sale.ts';

/** All that the real journal ever says of practising; what is practised has a journal of its own, which is thrown away. */
export type PracticeFacts = {
  'training-started': { readonly staff: StaffId };
  /** `till-ended`: the till was shut or lost its power meanwhile; told by its next start. */
  'training-ended': { readonly how: 'asked' | 'till-ended' };
};
