/**
 * What stands where the door is shut. It stands alone, because no file of the page is given out to whoever sees it; its
 * few words are in both languages for the same reason. The empty icon keeps the browser from asking for /favicon.ico,
 * which would be refused with an error in its console.
 */
export const shutPage =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Evertill</title><link rel="icon" href="data:,">' +
  '<h1>请重新打开收银台</h1><p>这个窗口的入场凭证已用过或已失效。再启动一次 Evertill，它会打开新窗口。</p>' +
  '<h1>Please open the till again</h1><p>The ticket of this window was used or is no longer valid. Start Evertill once more: it opens a new window.</p>' +
  '</html>\n';
