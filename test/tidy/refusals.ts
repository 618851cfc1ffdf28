import { type Node, readSource, textOf } from './source.ts';
import type { Tree } from './tree.ts';

const declaredIn = 'shared/contract/refusals.ts';

/** The codes of `type Refusals`, read from the source, for types are gone at run time. */
export function refusalCodes(tree: Tree): string[] {
  const source = readSource(declaredIn, tree.get(declaredIn) ?? '');
  const alias = source.nodes.find(
    ({ node }) => node.type === 'TSTypeAliasDeclaration' && (node.id as Node).name === 'Refusals',
  );
  const members = ((alias?.node.typeAnnotation as Node | undefined)?.members ?? []) as Node[];
  return members.map(({ key }) => nameOf(key as Node));
}

/** Codes that nothing on the privileged side (or the domain it passes on) ever says. */
export function unusedRefusals(tree: Tree): string[] {
  const said = new Set(
    [...tree].flatMap(([file, text]) => {
      const speaks = /^(?:electron|shared\/domain)\/.*(?<!\.test)\.tsx?$/.test(file);
      return speaks ? readSource(file, text).nodes.flatMap(({ node }) => textOf(node) ?? []) : [];
    }),
  );
  return refusalCodes(tree).filter(code => !said.has(code));
}

/** Codes without a sentence in a language: `shared/i18n/<language>/refusals.ts` names each as a key. */
export function unwordedRefusals(tree: Tree, language: string): string[] {
  const file = `shared/i18n/${language}/refusals.ts`;
  const text = tree.get(file);
  if (text === undefined) return [`${file} is missing`];
  const keys = new Set(
    readSource(file, text).nodes.flatMap(({ node }) =>
      node.type === 'Property' ? nameOf(node.key as Node) : [],
    ),
  );
  return refusalCodes(tree).filter(code => !keys.has(code));
}

const nameOf = (key: Node): string => textOf(key) ?? String(key.name);
