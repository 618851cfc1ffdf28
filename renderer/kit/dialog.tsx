import { type ComponentType, type ReactNode, useEffect } from 'react';
import { create } from 'zustand';
import { PieceMissing } from './piece-missing.ts';

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the one to take first. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
};

type Fetched = { readonly Overlay: ComponentType<DialogProps> | null; readonly failed: boolean };
const useOverlay = create<Fetched>(() => ({ Overlay: null, failed: false }));

/**
 * Fetches what draws dialogs, which weighs as much as the rest of the kit and is for no morning's first scan: in the
 * first pause, or for the first question.
 */
export async function fetchDialogs(): Promise<void> {
  try {
    const { Overlay } = await import('./overlay.tsx');
    useOverlay.setState({ Overlay });
  } catch (error) {
    console.error('dialogs not fetched', error);
    useOverlay.setState({ failed: true });
  }
}

/**
 * A question over the screen. Focus stays inside and goes back afterwards; Escape and a press outside call
 * `onClose`, which only ever steps back. Keys of the screen beneath are kept out by `useKeys({ modal: true })`.
 */
export function Dialog(props: DialogProps) {
  const { Overlay, failed } = useOverlay();
  useEffect(() => {
    if (!Overlay) void fetchDialogs();
  }, [Overlay]);
  if (failed) throw new PieceMissing('dialogs');
  return Overlay && <Overlay {...props} />;
}
