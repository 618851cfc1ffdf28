import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crashAgainAndAgain } from './crash.ts';

// `npm run proof:crash -- --kills N [--seed N] [--json FILE]`: the same as the test, as long as you like.
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const kills = Number(values.kills);
const every = Math.max(1, Math.floor(kills / 50));
const report = await crashAgainAndAgain(kills, Number(values.seed), (done, acknowledged) => {
  if (done % every === 0) console.error(`${done}/${kills} kills, ${acknowledged} sales acknowledged`);
});
console.log(JSON.stringify(report, null, 2));
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const clean =
  report.lost === 0 &&
  report.doubled === 0 &&
  report.partial === 0 &&
  report.numbersWithoutGaps &&
  report.verified;
process.exitCode = clean ? 0 : 1;
