import type { GatewayFaultCode } from './fault.ts';

// What the gateway says on a terminal. It has no screen and no language setting, so it says both.

export const greeting = (facts: {
  url: string;
  fingerprint?: string;
  code: string;
  minutes: number;
  dataDir: string;
  practicePay: boolean;
}): string =>
  [
    `网关已启动 · Gateway is running:  ${facts.url}`,
    `数据目录 · Data folder:          ${facts.dataDir}`,
    ...(facts.fingerprint ? [`证书指纹 · Certificate SHA-256:   ${facts.fingerprint}`] : []),
    codeLine(facts.code, facts.minutes),
    `商品条码 · Barcodes to print:    ${facts.url}/sheet`,
    ...(facts.practicePay ? [`练习付款码 · Payment codes:      ${facts.url}/pay/sheet`] : []),
    '按回车键换新注册码，按 Ctrl-C 停止。 · Enter for a new code, Ctrl-C to stop.',
  ].join('\n');

export const codeLine = (code: string, minutes: number): string =>
  `收银机注册码 · Enrolment code:   ${code}  （${minutes} 分钟内用一次 · once, within ${minutes} minutes）`;

export const stopped = '网关已停止。 · Gateway stopped.';

export const usage = `用法 · Usage:  npm run gateway -- [--data DIR] [--port N] [--host ADDRESS] [--https] [--known-as NAME:PORT] [--practice-pay] [--json] [--child]`;

export const faultWords: Readonly<Record<GatewayFaultCode, string>> = {
  'certificate-unreadable': '证书文件 tls.pem 已损坏。 · The certificate file tls.pem cannot be read.',
  'data-in-use': '数据目录正被另一个网关使用。 · Another gateway is using this data folder.',
  'not-durable': '磁盘无法保证写入不丢失。 · SQLite cannot be made durable on this disk.',
  'plain-http-only-on-loopback': '本机以外的地址须加 --https。 · Addresses beyond this machine need --https.',
  'port-not-free': '端口不可用，请换一个 --port。 · The port is not free; choose another --port.',
  'store-from-newer-version':
    '数据来自更新的版本，请升级。 · The data is from a newer version; please update.',
};
