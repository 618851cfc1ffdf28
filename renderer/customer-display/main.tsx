import '../../shared/contract/without-eval.ts';
import { createRoot } from 'react-dom/client';
import { connect, leaveEntrance } from '../connect.ts';
import { Tills } from '../live/tills.tsx';
import { CustomerDisplay } from './customer-display.tsx';

leaveEntrance(window, '/customer');

void import('../kit/chinese-font.ts').catch((error: unknown) => console.warn('no font', error));

const root = document.getElementById('customer');
if (!root) throw new Error('index.html has no #customer');
// What is said on the wire may need any word; what comes with the page has the first ones only.
const after = import('../kit/chinese-words.ts');
createRoot(root).render(
  <Tills
    connect={practising => connect(window, { practising, guest: 'customer', after })}
    askApproval={() => Promise.resolve(null)}
  >
    <CustomerDisplay />
  </Tills>,
);
