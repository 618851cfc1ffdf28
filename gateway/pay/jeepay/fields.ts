import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { type Answer, fail } from './answer.ts';
import { practiceMerchant } from './merchant.ts';
import { type Fields, signatureOf } from './signing.ts';

/** A field of a request. `missing`: what is said without it; a field without that may be left out. */
type Field = { readonly is: 'text' | 'whole'; readonly missing?: string; readonly tooSmall?: string };
export type Form = Readonly<Record<string, Field>>;

export const text = (missing?: string): Field => ({ is: 'text', missing });
export const whole = (missing?: string, tooSmall?: string): Field => ({ is: 'whole', missing, tooSmall });

const common: Form = {
  version: text('版本号不能为空'),
  signType: text('签名类型不能为空'),
  sign: text('签名值不能为空'),
  reqTime: text('时间戳不能为空'),
  mchNo: text('商户号不能为空'),
  appId: text('商户应用ID不能为空'),
};

/**
 * Reads a request, JSON or form: the fields of its form, each as its type, checked and the signature with
 * them. Whatever else was sent is neither signed nor seen.
 */
export function readRequest(own: Form, body: string): Result<Fields, Answer> {
  const sent = parse(body);
  if (!sent) return no(fail('参数有误[转换异常]', 11));
  const form = { ...common, ...own };
  const fields: Record<string, string | number | undefined> = {};
  for (const [name, { is }] of Object.entries(form)) {
    const value = is === 'text' ? asText(sent[name]) : asWhole(sent[name]);
    if (value === false) return no(fail(`系统异常[can not cast to long, value : ${sent[name]}]`, 10));
    fields[name] = value;
  }
  for (const [name, { missing, tooSmall }] of Object.entries(form)) {
    const value = fields[name];
    if (missing && (value === undefined || String(value).trim() === '')) return no(fail(missing));
    if (tooSmall && Number(value) < 1) return no(fail(tooSmall));
  }
  return signed(fields);
}

function signed(fields: Fields): Result<Fields, Answer> {
  const { mchNo, appId, appSecret } = practiceMerchant;
  if (fields.mchNo !== mchNo || fields.appId !== appId) return no(fail('商户不存在或商户状态不可用'));
  const right = String(fields.sign).toUpperCase() === signatureOf(fields, appSecret);
  return right ? ok(fields) : no(fail('验签失败'));
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined; // The sender is told that it can't be read; there is no more to know.
  }
}

function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** False for what is no whole number. */
function asWhole(value: unknown): number | undefined | false {
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : false;
}
