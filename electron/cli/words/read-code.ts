import type { CodeReading } from '../../../shared/contract/selling.ts';
import { scanMax } from '../../../shared/domain/codes.ts';
import type { LabelReading } from '../../../shared/domain/labels/read.ts';
import { ok } from '../../../shared/lib/result.ts';
import { fault, type Outcome, type TillDesk } from '../answer.ts';
import { firstLine } from '../first-line.ts';

/** `read-code TEXT`: what the till would take a scanned text for. Whoever's payment code it is, it is not told whole. */
export async function readCode(desk: TillDesk, text: string, priceList: boolean): Promise<Outcome> {
  const scanned = text === '-' ? await firstLine(scanMax) : text;
  if (scanned === '' || scanned.length > scanMax) return fault('wrong-use', { detail: 'read-code TEXT' });
  const reading = await desk.till.query('selling.readCode', { text: scanned });
  if (!reading.ok) return reading;
  return ok({
    good: true,
    json: { ...reading.value, priceList },
    lines: linesOf(reading.value, desk, priceList),
  });
}

function linesOf(
  reading: CodeReading,
  { words: { reading: words }, formats }: TillDesk,
  priceList: boolean,
): string[] {
  const aim = reading.aim ? [words.aim(reading.aim)] : [];
  const noList = priceList ? [] : [words.withoutGoods];
  switch (reading.kind) {
    case 'goods':
      return [
        words.goods(reading.code, reading.items.length),
        ...reading.items.map(item => `  ${item.name}  ${formats.unitPrice(item.price, item.unit)}`),
        ...(reading.label ? [labelLine(reading.label, words, formats)] : []),
        ...aim,
      ];
    case 'payment-code':
      return [
        words.payment(reading.wallet, reading.masked),
        words.paymentTodo,
        ...(reading.card ? [words.mayBeCard] : []),
        words.rules(reading.rules),
        ...aim,
        ...noList,
      ];
    case 'bank-card':
      return [words.card(reading.masked), ...aim, ...noList];
    case 'receipt':
      return [words.receipt(reading.receipt), ...aim, ...noList];
    case 'link':
      return [words.link, words.unknownTodo, ...aim, ...noList];
    case 'too-short':
      return [words.short(reading.length), words.unknownTodo, ...aim, ...noList];
    case 'unknown-code':
      return [
        words.unknown(reading.tail, reading.length),
        ...(reading.plu === undefined ? [] : [words.labelUnknown(reading.plu)]),
        ...(reading.checkDigitWrong ? [words.checkDigitWrong] : []),
        words.unknownTodo,
        ...aim,
        ...noList,
      ];
  }
}

const labelLine = (
  { amount, measured }: LabelReading,
  words: TillDesk['words']['reading'],
  formats: TillDesk['formats'],
): string => words.label(amount === undefined ? null : formats.amount(amount), measured?.grams ?? null);
