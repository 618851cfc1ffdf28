/** What `npm start` can say; each line in Chinese and in English, because nobody has chosen yet. */
const lines = {
  'bad-option': (f: Facts) => [`看不懂的选项：${f.what}`, `not understood: ${f.what}\n${f.usage}`],
  'fetching-electron': () => [
    '正在获取 Electron 运行时（最多 10 秒）…',
    'fetching the Electron runtime (10 s at most)…',
  ],
  'no-electron': () => [
    'Electron 运行时不可用，桌面版无法启动；请用 --host loopback',
    'the Electron runtime is not available, so the desktop host cannot start; use --host loopback',
  ],
  'host-asked-for': (f: Facts) => [`方式：${f.host}（按您的要求）`, `host: ${f.host}, as asked`],
  'host-electron-installed': () => [
    '方式：desktop（Electron 已安装）',
    'host: desktop, Electron is installed',
  ],
  'host-electron-fetched': () => ['方式：desktop（已获取 Electron）', 'host: desktop, Electron was fetched'],
  'host-no-display': () => ['方式：loopback（没有显示器）', 'host: loopback, there is no display'],
  'host-root': () => [
    '方式：loopback（Electron 的沙箱不能以 root 运行）',
    "host: loopback, Electron's sandbox does not run as root",
  ],
  'host-serves-only': () => [
    '方式：loopback（按您的选项需要网址）',
    'host: loopback, because your options ask for an address',
  ],
  'host-no-electron': () => [
    '方式：loopback（Electron 运行时不可用）',
    'host: loopback, the Electron runtime is not available',
  ],
  built: (f: Facts) => [`已构建 ${f.what}`, `built ${f.what}`],
  serving: (f: Facts) => [
    `收银台已启动：${f.url}　数据：${f.data}`,
    `the till is open at ${f.url}, data in ${f.data}`,
  ],
  'already-running': (f: Facts) => [
    `收银台已在运行：${f.url}　数据：${f.data}`,
    `the till already runs at ${f.url}, data in ${f.data}`,
  ],
  'no-browser': (f: Facts) => [`用浏览器打开（一次有效）：${f.ticketUrl}`, 'open it once with this address'],
  'customer-address': (f: Facts) => [
    `顾客屏，在另一个浏览器打开（一次有效）：${f.ticketUrl}`,
    "the customer's screen: open it once with this address, in another browser",
  ],
  'display-missing': (f: Facts) => [
    `没有显示器，请在浏览器打开（一次有效）：${f.ticketUrl}`,
    'no display here: open it once with this address',
  ],
  'browser-missing': (f: Facts) => [
    `找不到 Chromium、Chrome 或 Edge，请自行打开（一次有效）：${f.ticketUrl}`,
    'no Chromium, Chrome or Edge found: open it once with this address, or name one in EVERTILL_BROWSER',
  ],
  'window-failed': (f: Facts) => [
    `浏览器没有打开，请自行打开（一次有效）：${f.ticketUrl}`,
    'the browser did not open: open it once with this address',
  ],
  'window-closed': () => ['窗口已关闭，正在停止…', 'the window was closed, stopping…'],
  stopping: () => ['正在停止…', 'stopping…'],
  failed: (f: Facts) => [`无法启动：${f.what}`, `could not go on: ${f.what}`],
} satisfies Record<string, (facts: Facts) => readonly [zh: string, en: string]>;

type Facts = Readonly<Record<string, string>>;
export type Line = keyof typeof lines;

/** Says one line to the person at the terminal; stdout is left to `--json`. */
export function say(line: Line, facts: Facts): void {
  const [zh, en] = lines[line](facts);
  process.stderr.write(`${zh}\n  ${en}\n`);
}
