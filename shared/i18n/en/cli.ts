import type { CliWords } from '../cli.ts';
import { key } from '../keys-in-words.ts';
import { backups } from './backups.ts';
import { devices } from './devices.ts';
import { harms } from './harms.ts';
import { start } from './start.ts';
import { syncing } from './syncing.ts';

const wallets = { wechat: 'WeChat Pay', alipay: 'Alipay', unionpay: 'UnionPay', ecny: 'e-CNY' };
const reasonOf = (code: string) =>
  (devices.reasons as Readonly<Record<string, { what: string; todo: string }>>)[code] ??
  devices.unknownReason(code);
const nothing = '';

export const cli: CliWords = {
  usage: [
    'usage: npm run evertill -- WORD [--data DIR] [--json] [--lang zh-CN|en]',
    '',
    '  import FILE [--rejects FILE]   takes a price list in (XLSX/CSV/TXT; finds encoding and delimiter out)',
    '    [--duplicates last|first|none]   which of several rows for the same goods counts (last)',
    '    [--absent keep|remove]           goods the list does not name stay, or go (keep)',
    '  undo-import                    brings the price list of before the last import back',
    '  search TEXT [--limit N]        finds goods by name, pinyin, initials or barcode',
    '  verify [--gateway]             proves the journal (every hash, the second place, the gateway) and the tables',
    '  verify --file FILE             proves a backup',
    '  backup [--to FOLDER]           writes and proves a backup of the whole till; it may go on selling',
    '  export [FILE.csv|FILE.json]    writes sales; without a file to standard output',
    '         --what invoices         writes invoices to be issued (CSV) for the invoicing service',
    '         --what goods [FILE.xlsx|FILE.csv]   writes the goods there are; mended, they can be imported again',
    '  audit [FILE.csv]               writes who did what; without a file to standard output',
    '  doctor                         what works, what does not, what to do',
    '  read-code TEXT                 how the till would read a scanned text (- reads standard input)',
    '  set-pin NAME                   sets a PIN anew, read from standard input; ends a second step',
    '  help                           this page',
    '',
    '  --data   the folder of the till (by default the one the till takes)',
    '  --json   one JSON document and nothing else',
    '  ends with 0: done, 1: refused or failed, 2: used wrongly',
  ],
  faults: {
    ...start,
    'wrong-use': ({ detail }) => ({ what: `Not understood: ${detail}`, todo: 'See help.' }),
    'file-not-found': ({ file }) => ({ what: `There is no file ${file}`, todo: 'Check its name.' }),
    'file-not-readable': ({ file, reason }) => ({
      what: `${file} cannot be read (${reason})`,
      todo: 'Check that it is a file and that you may read it.',
    }),
    'file-not-written': ({ file, reason }) => ({
      what: `${file} cannot be written (${reason})`,
      todo: 'Check folder, permissions and space.',
    }),
    'file-exists': ({ file }) => ({
      what: `${file} is already there`,
      todo: 'Name another file; nothing is overwritten.',
    }),
    'no-till': ({ data }) => ({ what: `There is no till in ${data}`, todo: 'Name its folder with --data.' }),
    'till-does-not-answer': ({ data }) => ({
      what: `Another program holds ${data} and does not answer`,
      todo: 'Close the till and try again.',
    }),
    'till-does-not-open': ({ data, reason }) => ({
      what: `The till in ${data} does not open (${reason})`,
      todo: 'Run doctor to see what is wrong.',
    }),
    'wire-cut': ({ reason }) => ({
      what: `The connection to the till was cut (${reason})`,
      todo: 'See whether the till still runs, then try again.',
    }),
    'no-such-staff': ({ name, known }) => ({
      what: `Nobody is called "${name}"`,
      todo: `There are: ${known}.`,
    }),
    'pin-malformed': () => ({ what: 'A PIN has 4 to 8 digits', todo: 'Run it once more.' }),
    'import-stopped': ({ failure }) => ({
      what: `Nothing was imported, the goods are as they were (${failure})`,
      todo: 'Check the file and try again.',
    }),
  },
  todo: todo => `-> ${todo}`,
  import: {
    progress: (phase, done, total) =>
      `${phase === 'reading' ? 'reading' : 'building the new price list'} ${done} / ${total}`,
    done: figures => [
      `imported: ${figures.rows} rows in ${(figures.ms / 1000).toFixed(1)} s`,
      `${figures.added} added, ${figures.changed} changed, ${figures.unchanged} unchanged, ${figures.removed} taken out, ${figures.rejected} rejected, ${figures.warnings} warnings`,
      `${figures.items} goods now`,
    ],
    rejects: file => `rejected rows, with the reason in the last column: ${file}`,
    rejectsHint: '--rejects FILE keeps the rejected rows and their reasons',
    undone: (file, time, items) => `the import of ${file} (${time}) is undone; ${items} goods now`,
  },
  setPin: {
    ask: name => `new PIN of ${name} (4 to 8 digits), then Enter:`,
    done: name => `${name} has a new PIN`,
    secondFactorOff: 'the second step is off: the new PIN is enough',
  },
  search: { none: text => `nothing found for "${text}"`, similar: 'similar' },
  verify: {
    rows: rows => `journal: ${rows} rows`,
    fault: (seq, how) => harms[how](seq),
    kept: rows => `the second place vouches for ${rows} rows`,
    gateway: {
      'not-asked': '',
      'not-enrolled': 'this till has no gateway to ask',
      unreachable: 'the gateway did not answer, so it proves nothing',
      agrees: 'the gateway holds the same',
      differs: 'the gateway holds something else',
    },
    earlier: (time, harm) => `found at the start of ${time}: ${harm}`,
    tables: count => `${count} tables are what the journal rebuilds`,
    differs: table => `table ${table} is not what the journal rebuilds`,
    good: 'verified',
    bad: 'not verified: copy the data folder first, then call support',
  },
  backup: {
    done: (file, rows, bytes) =>
      `backed up and verified: ${file} (${rows} journal rows, ${(bytes / 1e6).toFixed(1)} MB)`,
    faults: {
      'not-a-till': 'this is no backup of a till, or its beginning is broken',
      'other-bytes': 'the file is not as it was when it was written: take another one',
      'broken-pages': 'parts of the file are broken: take another one',
      'broken-journal': 'the journal in it does not hold: take another one',
      'other-head': 'the journal in it is not complete: take another one',
    },
  },
  audit: { done: (file, rows) => `${rows} rows of the journal exported to ${file}` },
  export: {
    done: (file, sales) => `${sales} sales exported to ${file}`,
    goods: (file, goods) => `${goods} goods exported to ${file}`,
    invoices: (file, invoices) =>
      `${invoices} ${invoices === 1 ? 'invoice' : 'invoices'} to be issued exported to ${file}`,
    columns: {
      receipt: 'receipt',
      number: 'number',
      time: 'time',
      shift: 'shift',
      cashier: 'cashier',
      line: 'line',
      code: 'code',
      name: 'name',
      category: 'category',
      unit: 'unit',
      quantity: 'quantity',
      unitPrice: 'unit price',
      gross: 'gross',
      lineDiscount: 'line discount',
      ticketShare: 'share of ticket discount',
      net: 'net',
      tax: 'tax',
      paid: 'paid',
      currency: 'currency',
      taxRate: 'tax rate',
      offline: 'offline',
      training: 'practice',
      sale: 'sale id',
    },
  },
  reading: {
    goods: (code, count) =>
      count === 1 ? `goods: ${code}` : `${count} goods carry this code, the cashier chooses: ${code}`,
    label: (amount, grams) =>
      `label of a scale: ${[amount && `amount ${amount}`, grams !== null && `weight ${grams} g (pieces where goods are counted)`].filter(Boolean).join(', ')}`,
    labelUnknown: plu => `label of a scale; its item code ${plu} is not on the price list`,
    payment: (wallet, masked) => `a customer's payment code (${wallets[wallet]}): ${masked}`,
    mayBeCard: 'also passes as a bank card: typed by hand it is refused as one, scanned it is a payment code',
    rules: version => `ranges of the wallets, version ${version}`,
    card: masked => `looks like a bank card: ${masked}. A till takes no card numbers; use the card terminal`,
    paymentTodo: `among goods it is charged only after ${key('pay')} has frozen the amount; on the payment screen it is charged; its digits are never kept`,
    link: 'a web address: neither goods nor a payment code',
    receipt: receipt => `receipt ${receipt}: at the counter it opens that sale, to refund it`,
    short: length => `${length} characters only: it looks cut off`,
    unknown: (tail, length) => `not on the price list: ${length} characters, ending ${tail || 'invisibly'}`,
    checkDigitWrong: 'the check digit is wrong: read badly, or printed wrongly',
    unknownTodo: 'Nothing would be rung up; the cashier is asked to scan again or to search.',
    aim: aim => `symbology, as the scanner says: ${aim}`,
    withoutGoods: 'there is no till here yet, so there is no price list to look in',
  },
  doctor: {
    titles: {
      node: 'Node',
      folder: 'data folder',
      disk: 'disk space',
      durability: 'safe from power cuts',
      till: 'till',
      setup: 'first setup',
      catalogue: 'goods',
      journal: 'journal',
      tables: 'tables',
      'device-process': 'device process',
      printer: 'printer',
      scanner: 'scanner',
      gateway: 'gateway',
      backup: 'backup',
      vault: 'secrets',
      browser: 'browser',
    },
    states: { good: 'good', warning: 'note', bad: 'BAD' },
    findings: {
      node: ({ version, majorMin }) => ({ what: version, todo: `Install Node ${majorMin} or newer.` }),
      folder: ({ path, problem }) =>
        ({
          none: { what: path, todo: nothing },
          missing: { what: `${path} is not there yet`, todo: 'The first start or import makes it.' },
          'not-a-folder': {
            what: `there is a file where ${path} should be`,
            todo: 'Move it away, or name another folder with --data.',
          },
          'not-writable': {
            what: `${path} cannot be written`,
            todo: 'Change the permissions of the folder.',
          },
          'open-to-others': {
            what: `other users can look into ${path}`,
            todo: 'Start the till once; it narrows them.',
          },
        })[problem],
      disk: ({ freeMegabytes }) => ({
        what: `${freeMegabytes} MB free`,
        todo: 'Free some: 2 GB or more.',
      }),
      durability: ({ problem, commitMs }) =>
        ({
          none: { what: `synchronous=FULL, ${commitMs} ms to the disk`, todo: nothing },
          'not-full': {
            what: 'the database is not at FULL: a power cut loses sales',
            todo: 'Do not sell; call support.',
          },
          'not-written': {
            what: 'a trial write failed',
            todo: 'Make room on the disk, then start the till.',
          },
          'too-fast': {
            what: `synchronous=FULL, but ${commitMs} ms to the disk looks like a memory disk`,
            todo: 'Put the data folder on a real disk.',
          },
          'not-tried': { what: 'not tried: no folder to write in', todo: 'See to the data folder first.' },
        })[problem],
      till: ({ runs, problem, reason }) => {
        if (problem === 'no-answer')
          return {
            what: 'another program holds the folder and does not answer',
            todo: 'Close the till and start it again.',
          };
        if (problem === 'does-not-open')
          return { what: `does not open (${reason})`, todo: 'Copy the data folder, then call support.' };
        if (runs === 'nowhere') return { what: 'no till here yet', todo: 'Run npm start.' };
        return { what: runs === 'elsewhere' ? 'running' : 'not running, opens well', todo: nothing };
      },
      setup: ({ done, training }) =>
        done
          ? { what: training ? 'done (practice: sales count for nothing)' : 'done', todo: nothing }
          : { what: 'not done yet', todo: 'Run npm start and follow the screen.' },
      catalogue: ({ items }) => ({
        what: items === 0 ? 'none yet' : `${items}`,
        todo: 'Take a price list in with import.',
      }),
      journal: ({ rows, faultSeq, how }) =>
        how === ''
          ? { what: `${rows} rows, the chain holds`, todo: nothing }
          : { what: harms[how](faultSeq), todo: 'Copy the data folder, then call support.' },
      tables: ({ count, differing }) =>
        differing === ''
          ? { what: `${count}, as the journal rebuilds them`, todo: nothing }
          : {
              what: `not as the journal rebuilds them: ${differing}`,
              todo: 'Copy the data folder, then call support.',
            },
      'device-process': ({ answers }) => ({
        what: answers ? 'answers' : 'does not answer',
        todo: 'See the logs, then call support. Selling goes on, only without paper.',
      }),
      printer: ({ state, reason }) =>
        reason === '' ? { what: devices.health[state], todo: nothing } : reasonOf(reason),
      scanner: ({ state, reason }) =>
        reason === '' ? { what: devices.health[state], todo: nothing } : reasonOf(reason),
      gateway: ({ link, url, reason, waitingSales, setAside }) => {
        const waiting = waitingSales > 0 ? `, ${waitingSales} sales wait` : '';
        const aside = setAside > 0 ? `, ${setAside} rows set aside` : '';
        if (link === 'till-shut')
          return {
            what: `${url}: not tried, the till does not run${waiting}${aside}`,
            todo: 'Start the till and they go out.',
          };
        const why = reason === '' ? '' : ` (${reason})`;
        return {
          what: `${syncing.states[link]}${why}${waiting}${aside}`,
          todo: link === 'offline' ? 'Selling goes on. Check the network and the gateway.' : nothing,
        };
      },
      backup: ({ folder, file, rows, why }) => {
        const last = rows === 0 ? `none yet (${folder})` : `${file}, ${rows} journal rows (${folder})`;
        if (why !== '')
          return {
            what: `the latest one failed: ${backups.faults[why].what}; before that: ${last}`,
            todo: backups.faults[why].todo,
          };
        return { what: last, todo: 'Run evertill backup; ending a shift makes one too.' };
      },
      vault: ({ kind, pinsLost }) => {
        if (pinsLost > 0)
          return {
            what: `the key is lost; ${pinsLost} PINs can't be checked`,
            todo: 'Bring vault.key back, or set the PINs anew with set-pin and enrol again.',
          };
        return {
          keystore: { what: "the system's keystore", todo: nothing },
          'key-file': {
            what: 'a key file that only this user can read',
            todo: 'It protects a copied database, not a stolen machine: encrypt the disk.',
          },
          weak: { what: 'a keystore that hides nothing', todo: 'Set a key ring up (gnome-keyring).' },
        }[kind];
      },
      browser: ({ path }) => ({
        what: path || 'no Chromium, Chrome or Edge found',
        todo: 'Install one, or name one in EVERTILL_BROWSER.',
      }),
    },
    verdict: (bad, warnings) =>
      bad > 0 ? `${bad} not in order` : warnings > 0 ? `fit for use, ${warnings} to note` : 'all is well',
  },
};
