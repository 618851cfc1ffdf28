import { memberName, type Node, readSource, type Source } from './source.ts';
import type { Tree } from './tree.ts';

const firstWords = 'shared/i18n/zh-CN-first.ts';

/**
 * Where what comes with a page (its entry, and all that is imported from there but for pieces that are fetched later)
 * says words that the page does not begin with, as `file:line: t.section`: they would be undefined.
 */
export function laterWordsSaid(tree: Tree, entry: string): string[] {
  const known = new Set(sectionsOf(readSource(firstWords, tree.get(firstWords) ?? '')));
  return comesWith(tree, entry).flatMap(source =>
    source.nodes.flatMap(({ node }) => {
      const section = sectionSaid(node);
      return section === undefined || known.has(section)
        ? []
        : [`${source.file}:${source.lineOf(node)}: t.${section}`];
    }),
  );
}

function comesWith(tree: Tree, entry: string): Source[] {
  const read = new Map<string, Source>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = tree.get(file);
    if (text === undefined || read.has(file)) continue;
    const source = readSource(file, text);
    read.set(file, source);
    const fetched = new Set(
      source.nodes.flatMap(({ node }) => (node.type === 'ImportExpression' ? source.lineOf(node) : [])),
    );
    waiting.push(
      ...source.imports.flatMap(({ to, typeOnly, line }) => (typeOnly || fetched.has(line) ? [] : to)),
    );
  }
  return [...read.values()];
}

/** `selling` in `t.selling.due` and in `words.t.selling`. */
function sectionSaid(node: Node): string | undefined {
  const section = /^(?:t)?\.(\w+)$/.exec(memberName(node) ?? '')?.[1];
  const object = node.object as Node | undefined;
  if (section === undefined || object === undefined) return undefined;
  const isWords =
    object.type === 'Identifier' ? object.name === 't' : (memberName(object) ?? '').endsWith('.t');
  return isWords ? section : undefined;
}

const sectionsOf = (source: Source): string[] =>
  source.nodes.flatMap(({ node }) => (node.type === 'Property' ? String((node.key as Node).name) : []));
