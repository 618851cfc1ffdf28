import { z } from 'zod';
import { uplinkPaths, wireId } from '../../shared/domain/uplink.ts';
import { clip, tameText } from '../../shared/lib/text.ts';
import type { GatewayEnv } from '../env.ts';
import { type Call, type Reply, type Route, refuse, reply } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { codeLifeMs, type EnrolmentCodes } from './codes.ts';
import { isSigned, readClaim, readKey } from './signature.ts';

export const enrolmentCodePath = '/v1/enrolment-codes';
const enrolBytesMax = 4_096;
const labelCharactersMax = 60;

/** Enrols tills with a one-time code; the operator may ask for a new one. */
export function tillRoutes(store: Store, codes: EnrolmentCodes, env: GatewayEnv): readonly Route[] {
  return [
    {
      method: 'POST',
      path: uplinkPaths.enrol,
      admits: 'anyone',
      bodyBytesMax: enrolBytesMax,
      handle: call => enrol(store, codes, env, call),
    },
    {
      method: 'POST',
      path: enrolmentCodePath,
      admits: 'operator',
      bodyBytesMax: 2,
      handle: async () => reply({ code: codes.renew(), livesMs: codeLifeMs }),
    },
  ];
}

const Enrolment = z.strictObject({
  code: z.string().regex(/^\d{8}$/),
  publicKey: z.base64().max(200),
  till: z.string().regex(wireId),
  label: z.string().max(200),
});

/**
 * The request is signed with the very key it brings, so nobody enrols a key that is not theirs. A till that
 * is enrolled under that key already is simply told so: its first answer may have been lost on the way,
 * and its code is used up.
 */
async function enrol(store: Store, codes: EnrolmentCodes, env: GatewayEnv, call: Call): Promise<Reply> {
  const read = Enrolment.safeParse(call.json);
  if (!read.success || !readKey(read.data.publicKey)) return refuse(422, 'malformed');
  const { code, publicKey, till } = read.data;
  const claim = readClaim(call.request.header, env);
  if (!claim.ok) return claim.refusal;
  if (claim.value.till !== till || !isSigned(claim.value, publicKey, '', call.request)) {
    return refuse(401, 'signature-wrong');
  }
  const known = await store.findTill(till);
  if (known?.publicKey !== publicKey) {
    if (!codes.use(code)) return refuse(403, 'code-wrong');
    const label = clip(tameText(read.data.label), labelCharactersMax);
    await store.enrol({ till, label, publicKey, enrolledAt: env.wallMs() });
    env.log('info', 'till.enrolled', { till, again: known !== undefined });
  }
  return reply({ gateway: store.gatewayId });
}
