import type { CodeReading } from '../../../shared/contract/selling.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { looksLikeCard, walletCodes } from '../../../shared/domain/wallet-codes.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { type Known, readCode, tileOf } from './scanning.ts';

/** More goods on one code than this are not told one by one. */
const tilesMax = 20;

/** What the till takes a scanned text for, in data that may be shown: no payment code leaves here whole. */
export function explainCode(raw: string, known: Known): CodeReading {
  const { text, aim } = cleanScan(raw);
  const common = { length: text.length, aim };
  const reading = readCode(raw, known);
  if (reading.as !== 'other') {
    const code = reading.as === 'goods' ? reading.code : reading.label.plu;
    const items = reading.items.slice(0, tilesMax).map(item => tileOf(item, code));
    const label = reading.as === 'label' && { label: reading.label };
    return { ...common, kind: 'goods', code, items, ...label };
  }
  const { outcome } = reading;
  switch (outcome.outcome) {
    case 'payment-code':
      return {
        ...common,
        kind: 'payment-code',
        wallet: outcome.wallet,
        masked: masked(text),
        rules: walletCodes.version,
        card: looksLikeCard(text),
      };
    case 'unknown-code':
      if (looksLikeCard(text)) return { ...common, kind: 'bank-card', masked: masked(text) };
      return {
        ...common,
        kind: 'unknown-code',
        tail: outcome.tail,
        checkDigitWrong: outcome.checkDigitWrong,
        ...(outcome.plu !== undefined && { plu: outcome.plu }),
      };
    case 'receipt':
      return { ...common, kind: 'receipt', receipt: outcome.receipt };
    default:
      assert(
        outcome.outcome === 'link' || outcome.outcome === 'too-short',
        'a code that is read is not acted on',
      );
      return { ...common, kind: outcome.outcome };
  }
}

/** Payment codes have at least 16 digits, so that ten or more stay hidden. */
const masked = (code: string): string => `${code.slice(0, 2)}${'*'.repeat(code.length - 6)}${code.slice(-4)}`;
