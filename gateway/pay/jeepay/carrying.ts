import { never } from '../../../shared/lib/assert.ts';
import { dropped, type Outcome, proxyPage } from '../outcome.ts';
import { say, sayMissigned, well } from './answer.ts';
import { type Order, submitView } from './order.ts';
import { signatureOf } from './signing.ts';

/** The answer to a charge, or what the wire makes of it. */
export function carry(order: Order): Outcome {
  const data = submitView(order);
  const answer = well(data);
  const { wire } = order.scenario;
  switch (wire) {
    case 'drop-after':
      return dropped;
    case '502-after':
      return proxyPage(502);
    case 'cut':
      return { ...say(answer), does: 'cut' };
    case 'wrong-signature':
      return sayMissigned(answer, signatureOf(data, 'another secret'));
    case 'unsigned':
      return sayMissigned(answer);
    case 'wrong-order':
      return say(well({ ...data, mchOrderNo: `${order.mchOrderNo}9` }));
    case undefined:
    case 'wrong-amount':
    case 'drop-before':
    case '502-before':
    case 'late':
      return say(answer);
    default:
      return never(wire);
  }
}
