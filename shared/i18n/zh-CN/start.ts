import type { StartSentences } from '../start.ts';

export const start: StartSentences = {
  taken: ({ data }) => ({
    what: `另一个程序正在用这个数据文件夹（${data}）`,
    todo: '收银机可能已经开着：请切换到它的窗口；没有回应就关掉它再开。',
  }),
  'disk-full': ({ data }) => ({
    what: `硬盘满了，收银机打不开（${data}）`,
    todo: '请删掉不用的文件，腾出 2 GB 以上，再启动。已有的账没有动。',
  }),
  'read-only': ({ data }) => ({
    what: `这个硬盘只能读，不能写，收银机打不开（${data}）`,
    todo: '请技术支持检查硬盘；急用可以用 --data 换一个文件夹。',
  }),
  'no-permission': ({ data }) => ({
    what: `没有权限写数据文件夹，收银机打不开（${data}）`,
    todo: '请用平时开收银机的系统用户启动，或请技术支持改文件夹的权限。',
  }),
  'not-a-folder': ({ data }) => ({
    what: `数据文件夹的位置上是一个文件，收银机打不开（${data}）`,
    todo: '请把这个文件移走，或用 --data 换一个文件夹。',
  }),
};
