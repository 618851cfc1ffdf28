import { useLivePart } from '../live/index.tsx';
import { PayingScreen } from '../screens/paying/index.tsx';
import { PaperPanel } from '../screens/printing/index.tsx';
import { SellingScreen } from '../screens/selling/index.tsx';
import { useNavigation } from './navigation.ts';

/**
 * The counter: selling, paying, and the change screen, which stays for as long as the core says that the
 * last sale has just ended, also for a page that was opened anew.
 */
export function Counter() {
  const mode = useLivePart('selling.cart', cart => cart.mode);
  const paying = useNavigation(state => state.place) === 'paying';
  return paying || mode === 'change' ? <PayingScreen receipt={<PaperPanel />} /> : <SellingScreen />;
}
