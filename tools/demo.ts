import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boot } from '../electron/host/boot.ts';
import { openLocalParts } from '../electron/host/local.ts';
import { pathsOf } from '../electron/host/paths.ts';
import { minor } from '../shared/domain/money.ts';
import { formatsFor } from '../shared/i18n/format.ts';
import { type DayEnd, playDay } from './demo/day.ts';
import { openGateway } from './demo/gateway.ts';
import { handsOn } from './demo/hands.ts';
import { type DemoOptions, readDemoOptions, usage } from './demo/options.ts';
import { pictureOf } from './demo/picture.ts';
import { type Disagreement, type Reckoning, reckon } from './demo/reckoning.ts';
import { demoWords } from './demo/words.ts';

// `npm run demo`: a shop's day without a screen, on the real core, a real gateway process, the real device
// process with its virtual printer, and real files. Ends with 1 if a single number disagrees.

const read = readDemoOptions(process.argv.slice(2));
if (!read.ok) {
  for (const words of Object.values(demoWords)) console.error(words.badOption(read.refusal));
  console.error(usage);
  process.exit(2);
}
process.exitCode = await demonstrate(read.value);

async function demonstrate(options: DemoOptions): Promise<0 | 1> {
  const words = demoWords[options.language];
  const data = path.resolve(options.data ?? mkdtempSync(path.join(tmpdir(), 'evertill-demo-')));
  const paths = pathsOf(data);
  if (existsSync(paths.database)) {
    console.error(words.folderUsed(data));
    return 1;
  }
  try {
    const { reckoning, disagreements } = await playOn(data, options);
    tellFigures(reckoning, disagreements, options);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(reckoning, null, 2)}\n`);
    return disagreements.length === 0 ? 0 : 1;
  } finally {
    if (options.data) console.log(words.kept(data));
    else rmSync(data, { recursive: true, force: true });
  }
}

async function playOn(data: string, options: DemoOptions): Promise<ReturnType<typeof reckon>> {
  const paths = pathsOf(data);
  const local = openLocalParts(paths, false);
  if (!local) throw new Error(`another process holds ${data}`);
  const gateway = await openGateway(path.join(data, 'gateway'));
  try {
    const till = await boot(local.parts);
    let end: DayEnd;
    try {
      end = await playDay({
        hands: handsOn(till.core, local.parts.env.newId),
        gateway,
        seed: options.seed,
        language: options.language,
        words: demoWords[options.language],
        tell: line => console.log(line),
      });
    } finally {
      await till.stop();
    }
    const pictures = drawReports(end, options);
    return reckon(
      paths.database,
      options.seed,
      end,
      await gateway.summary(),
      await gateway.ledger(),
      pictures,
    );
  } finally {
    await gateway.stop();
    local.close();
  }
}

/** Both Z reports as pictures, beside the figures; told, because somebody wants to look at them. */
function drawReports({ shifts }: DayEnd, { json, language }: DemoOptions): string[] {
  const folder = json ? path.dirname(path.resolve(json)) : mkdtempSync(path.join(tmpdir(), 'evertill-z-'));
  const name = json ? path.basename(json, path.extname(json)) : 'demo';
  const files = shifts.map(({ z, paper }) => {
    const file = path.join(folder, `${name}-z${z.closing!.z}.svg`);
    writeFileSync(file, pictureOf(paper));
    return file;
  });
  console.log(demoWords[language].pictures(files.join('  ')));
  return files;
}

function tellFigures(
  { sales, offlineSales, receipts, gateway, total }: Reckoning,
  disagreements: readonly Disagreement[],
  { language }: DemoOptions,
): void {
  const words = demoWords[language];
  const amount = formatsFor(language, 'CNY').amount(minor(total));
  console.log(words.figures(sales, offlineSales, receipts, gateway.received, amount));
  for (const { what, journal, live } of disagreements)
    console.log(words.disagrees(what, JSON.stringify(journal), JSON.stringify(live)));
  if (disagreements.length === 0) console.log(words.allAgree);
}
