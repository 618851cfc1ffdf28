export const session = {
  who: '谁来收银？',
  pinOf: (name: string) => `${name}，请输入密码`,
  pin: '密码',
  demoPin: (pin: string) => `演示店：每个人的密码都是 ${pin}`,
  signIn: '登录',
  signOut: '退出登录',
  checking: '正在核对…',
  pinShort: { what: '密码是 4 到 8 位数字', todo: '请接着输入，再按 Enter。' },
  locked: (seconds: number) => ({
    what: '密码错得太多，已锁住',
    todo: `还要等 ${waitOf(seconds)}，也可以换人登录。`,
  }),
  orBadge: '输密码，或扫工牌',
  codeOf: (name: string) => `${name}，请输入手机上的动态码`,
  codeShort: { what: '动态码是 6 位数字', todo: '请接着输入，再按 Enter。' },
  codeWanted: {
    what: '密码对了，还差一步',
    todo: '请输入手机验证器上的 6 位数字。手机丢了：在这台机器上运行 evertill set-pin，两步登录就会关掉。',
  },
  withoutPin: '以收银员身份登录',
  pinLost: {
    what: '密码现在没法核对：密钥丢了',
    todo: '按 Enter 就能收银，只有收银员的权限。请店主在这台机器上运行 evertill set-pin，重设密码。',
  },
  hello: (name: string) => `${name}在收银`,
  chooseKeys: '选人',
};

function waitOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`;
}
