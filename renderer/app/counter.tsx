import { useLivePart } from '../live/index.tsx';
import { PayingScreen } from '../screens/paying/index.tsx';
import { PaperPanel } from '../screens/printing/index.tsx';
import { SellingScreen } from '../screens/selling/index.tsx';

/**
 * The counter: selling, paying, and the change screen. Which of them is the core's to say, so that a page
 * that was opened anew stands where the last one stood.
 */
export function Counter() {
  const mode = useLivePart('selling.cart', cart => cart.mode);
  const paying = mode === 'paying' || mode === 'change';
  return paying ? <PayingScreen receipt={<PaperPanel />} /> : <SellingScreen />;
}
