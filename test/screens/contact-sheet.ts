/** A picture of a row of the table, in a language, at a width in pixels. */
export type Picture = {
  readonly name: string;
  readonly language: string;
  readonly width: number;
  readonly file: string;
};

const style = `body{font:16px system-ui,sans-serif;margin:24px;background:#f4f3ee;color:#15181e}
section{display:flex;flex-wrap:wrap;gap:16px}h2{margin:32px 0 8px}
figure{margin:0;width:360px}img{width:100%;border:1px solid #e0ddd3}figcaption{color:#545b67}`;

/** All pictures on one page, small, grouped by what they show; names are our own and need no escaping. */
export function contactSheet(pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(({ name }) => name))];
  const figure = ({ name, language, width, file }: Picture) =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${name}"></a><figcaption>${language} · ${width}</figcaption></figure>`;
  const group = (name: string) =>
    `<h2>${name}</h2><section>${pictures
      .filter(each => each.name === name)
      .map(figure)
      .join('')}</section>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style><h1>Screens</h1>${names.map(group).join('\n')}</html>\n`;
}
