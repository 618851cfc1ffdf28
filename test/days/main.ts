import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { proveDays } from './proof.ts';

// `npm run days -- --days N [--seed S] [--json FILE]`: days of chance on real tills, each proved by rebuilding
// every table from the journal. Ends with 1 where anything does not agree.

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const began = performance.now();
const proof = await proveDays(Number(values.days), Number(values.seed), done => {
  if (done % 50 === 0) console.log(`${done} of ${values.days} days`);
});
const seconds = Math.round((performance.now() - began) / 1000);
console.log(JSON.stringify({ ...proof, seconds }, null, 2));
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...proof, seconds }, null, 2)}\n`);
process.exitCode = proof.faults.length === 0 ? 0 : 1;
