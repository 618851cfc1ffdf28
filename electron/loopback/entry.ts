/**
 * The two pages a person can meet before the till's own: the one that takes the ticket in, and the one
 * that says the door is shut. They stand alone, because no file of the page is given out before the door
 * has opened; their few words are here in both languages for the same reason. The empty icon keeps the
 * browser from asking for /favicon.ico, which would be refused with an error in its console.
 */
const frame = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${body}</html>\n`;

/** The ticket stands behind `#`, which browsers send to nobody; the script brings it in by POST. */
export const entryPage = frame('Evertill', '<script type="module" src="/enter.js"></script>');

/**
 * The till's page then takes the place of this one, in the same document: to go there anew would cost a tenth of a
 * second of every morning. It is read by XMLHttpRequest, whose documents are data: no text becomes code on the way
 * (Trusted Types), and a script in it runs because it is asked for by its address.
 */
export const entryScript = `
const ticket = location.hash.slice(1);
history.replaceState(null, '', '/enter');
const answer = await fetch('/enter', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ticket }),
});
if (answer.ok) {
  const { at } = await answer.json();
  // What has failed on the way is asked for once more, as an address like any other.
  await become(at).catch(() => location.replace(at));
} else location.replace('/shut');

async function become(address) {
  const page = await documentAt(address);
  history.replaceState(null, '', address);
  const styles = [...page.querySelectorAll('link[rel=stylesheet]')].map(loaded);
  const scripts = [...page.scripts].map(script => script.getAttribute('src'));
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  await Promise.all(styles);
  for (const script of scripts) await import(script);
}

function documentAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => (request.response ? resolve(request.response) : reject(new Error('no page')));
    request.onerror = reject;
    request.send();
  });
}

function loaded(link) {
  return new Promise(resolve => {
    link.onload = resolve;
    link.onerror = resolve;
  });
}
`;

export const shutPage = frame(
  'Evertill',
  '<h1>请重新打开收银台</h1><p>这个窗口的入场凭证已用过或已失效。再启动一次 Evertill，它会打开新窗口。</p>' +
    '<h1>Please open the till again</h1><p>The ticket of this window was used or is no longer valid. Start Evertill once more: it opens a new window.</p>',
);
