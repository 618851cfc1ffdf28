import { createHash } from 'node:crypto';

/**
 * The two pages a person can meet before the till's own: the one that takes the ticket in, and the one
 * that says the door is shut. They stand alone, because no file of the page is given out before the door
 * has opened; their few words are here in both languages for the same reason. The empty icon keeps the
 * browser from asking for /favicon.ico, which would be refused with an error in its console.
 */
const frame = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${body}</html>\n`;

/**
 * The ticket stands behind `#`, which browsers send to nobody; the script brings it in by POST, and what it is given
 * for it is the page itself. That takes the place of this one, in the same document: each file more that is asked for
 * on the way would cost a twentieth of a second of every morning. It is read by XMLHttpRequest, whose documents are
 * data: no text becomes code on the way (Trusted Types), and a script in it runs because it is asked for by its address.
 */
const entryScript = `
const ticket = location.hash.slice(1);
history.replaceState(null, '', '/enter');
const request = new XMLHttpRequest();
request.open('POST', '/enter');
request.setRequestHeader('content-type', 'application/json');
request.responseType = 'document';
request.onload = () => {
  if (request.status !== 200) return location.replace('/shut');
  const at = request.getResponseHeader('content-location');
  // What has failed on the way is asked for once more, as an address like any other.
  become(request.response, at).catch(() => location.replace(at));
};
request.onerror = () => location.replace('/shut');
request.send(JSON.stringify({ ticket }));

async function become(page, address) {
  history.replaceState(null, '', address);
  const scripts = [...page.scripts].filter(({ type }) => type === 'module').map(({ src }) => src);
  const styles = [...page.querySelectorAll('link[rel=stylesheet]')].map(loaded);
  for (const href of scripts) page.head.append(Object.assign(page.createElement('link'), { rel: 'modulepreload', href }));
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  await Promise.all(styles);
  for (const script of scripts) await import(script);
}

function loaded(link) {
  return new Promise(resolve => {
    link.onload = resolve;
    link.onerror = resolve;
  });
}
`;

/** As CSP names it: the one text that may run without being a file of ours. */
export const entryScriptHash = `'sha256-${createHash('sha256').update(entryScript).digest('base64')}'`;

export const entryPage = frame('Evertill', `<script type="module">${entryScript}</script>`);

export const shutPage = frame(
  'Evertill',
  '<h1>请重新打开收银台</h1><p>这个窗口的入场凭证已用过或已失效。再启动一次 Evertill，它会打开新窗口。</p>' +
    '<h1>Please open the till again</h1><p>The ticket of this window was used or is no longer valid. Start Evertill once more: it opens a new window.</p>',
);
