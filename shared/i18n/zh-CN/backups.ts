export const backups = {
  name: '备份',
  none: '还没有备份。每次交班自动备份，也可以现在做。',
  last: (when: string, rows: number, megabytes: string) =>
    `最近一次：${when}，账本 ${rows} 条，${megabytes} MB，已核对`,
  folder: (folder: string) => `放在 ${folder}`,
  withoutSlides: '顾客屏的图片不在备份里，请自己留一份。',
  elsewhere: '放在当时指定的文件夹（如 U 盘）',
  failed: (when: string, what: string) => `${when} 没有备份成：${what}`,
  make: '现在备份',
  phases: { copying: '正在复制', checking: '正在核对' },
  goesOn: '备份时可以照常收银。',
  made: '备份好了，已核对',
  faults: {
    'disk-full': { what: '硬盘空间不够', todo: '请清理硬盘再备份。以前的备份和账都没有动。' },
    'read-only': { what: '这个硬盘只能读', todo: '请换一个能写的硬盘或 U 盘。' },
    'no-permission': { what: '没有权限写这个文件夹', todo: '请技术支持改文件夹的权限。' },
    'no-folder': { what: '备份的文件夹不在', todo: '请插好 U 盘或检查文件夹，再试一次。' },
    damaged: {
      what: '复制出来的账本核对不上，没有留下',
      todo: '请检查硬盘，用 verify 核对账本。以前的备份还在。',
    },
    failed: { what: '备份没有做完', todo: '请再试一次；还不行，请技术支持看记录。' },
  },
};
