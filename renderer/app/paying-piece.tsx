import '../kit/chinese-words.ts';
import { PayingScreen } from '../screens/paying/index.tsx';
import { PaperPanel } from '../screens/printing/index.tsx';

/** How the sale is paid, with its paper beside it. */
export const Paying = () => <PayingScreen receipt={<PaperPanel />} />;
