import { useLeadsOn } from '../input/leads-on.ts';
import { useCommand } from '../live/index.tsx';

/** Locks the till; a PIN whose first digits are pressed before it asks for one is not lost. */
export function useSignOut() {
  const signOut = useCommand('session.signOut');
  const leadsOn = useLeadsOn();
  return () => leadsOn(signOut({}));
}
