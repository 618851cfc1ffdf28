import { create } from 'zustand';
import { useWanted } from '../input/wanted-piece.ts';
import { pieceOf } from '../kit/piece.ts';
import type { AskApproval } from '../live/live.ts';

export type Asking = {
  readonly wanted: Parameters<AskApproval>[0];
  /** What the word was said with: how much, and why. */
  readonly input: unknown;
  readonly settle: (approval: string | null) => void;
};

const dialog = pieceOf('approval', async () => (await import('./approval-dialog.tsx')).ApprovalDialog);
/** For a quiet moment: nobody who stands there waiting for leave has to wait for this. */
export const fetchApproval = dialog.fetch;

const useAsking = create<{ asking: readonly Asking[] }>(() => ({ asking: [] }));

/** Puts the question on the screen; several wait in line. Answers the approval, or null when it was not given. */
export const askApproval: AskApproval = (wanted, input) =>
  new Promise(resolve => {
    const asking: Asking = {
      wanted,
      input,
      settle: approval => {
        useAsking.setState(state => ({ asking: state.asking.filter(each => each !== asking) }));
        resolve(approval);
      },
    };
    useAsking.setState(state => ({ asking: [...state.asking, asking] }));
  });

/** Nobody gives leave for what was asked at another till. */
export function forgetApprovals(): void {
  for (const { settle } of useAsking.getState().asking) settle(null);
}

/** Stands in the shell: a manager's leave on the spot, for whichever word asked. */
export function Approvals() {
  const [asking] = useAsking(state => state.asking);
  const ApprovalDialog = useWanted(dialog, asking !== undefined);
  return asking && ApprovalDialog && <ApprovalDialog key={asking.wanted.subject} {...asking} />;
}
