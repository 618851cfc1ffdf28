import { type ReactNode, useEffect } from 'react';
import { pieceOf } from './piece.ts';
import { PieceMissing } from './piece-missing.ts';

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the one to take first. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
};

/**
 * What draws dialogs weighs as much as the rest of the kit and is for no morning's first scan: it comes in the first
 * pause, or for the first question.
 */
const overlay = pieceOf('dialogs', async () => (await import('./overlay.tsx')).Overlay);
export const fetchDialogs = overlay.fetch;

/**
 * A question over the screen. Focus stays inside and goes back afterwards; Escape and a press outside call
 * `onClose`, which only ever steps back. Keys of the screen beneath are kept out by `useKeys({ modal: true })`.
 */
export function Dialog(props: DialogProps) {
  const { there: Overlay, failed } = overlay.use();
  useEffect(() => {
    if (!Overlay) void fetchDialogs();
  }, [Overlay]);
  if (failed) throw new PieceMissing('dialogs');
  return Overlay && <Overlay {...props} />;
}
