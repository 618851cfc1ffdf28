import '../../shared/contract/without-eval.ts';
import { createRoot } from 'react-dom/client';
import { connect } from '../connect.ts';
import { listenToKeyboard } from '../input/keyboard.ts';
import { LiveProvider } from '../live/index.tsx';
import { createLive } from '../live/live.ts';
import { CustomerDisplay } from './customer-display.tsx';

const root = document.getElementById('customer');
if (!root) throw new Error('index.html has no #customer');
const live = createLive(connect(window), () => Promise.resolve(null));
// A window that comes up takes the focus with it, and the scanner types where the focus is: what is scanned
// into this window is the cashier's all the same. No other key does anything here.
listenToKeyboard(window, {
  scanned: ({ text }) => void live.say('selling.scan', { text, from: 'keyboard' }),
});
createRoot(root).render(
  <LiveProvider live={live}>
    <CustomerDisplay />
  </LiveProvider>,
);
