export const gatewayFaults = [
  'certificate-unreadable',
  'data-in-use',
  'not-durable',
  'plain-http-only-on-loopback',
  'port-not-free',
  'store-from-newer-version',
] as const;
export type GatewayFaultCode = (typeof gatewayFaults)[number];

/** Why a gateway cannot start; `code` is for programs, the words for people stand in `words.ts`. */
export class GatewayFault extends Error {
  readonly code: GatewayFaultCode;

  constructor(code: GatewayFaultCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.code = code;
  }
}
