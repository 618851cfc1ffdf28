import path from 'node:path';
import { parseSync } from 'vite';

/** One file, read by a real parser: comments, strings and JSX text can't be mistaken for code. */
export type Source = {
  readonly file: string;
  readonly text: string;
  readonly nodes: readonly Placed[];
  readonly imports: readonly Import[];
  lineOf(node: Node): number;
};

/** Any node of the syntax tree (ESTree with TypeScript's and JSX's own). */
export type Node = { readonly type: string; readonly start: number; readonly [member: string]: unknown };
/** `key`: the member of `parent` under which the node stands. */
export type Placed = { readonly node: Node; readonly parent: Node | null; readonly key: string };

/** `to`: a path from the root for our own files, else the name of a package or `node:` module. */
export type Import = { readonly to: string; readonly typeOnly: boolean; readonly line: number };

/** Reads a file; throws on text that is no TypeScript, for what can't be read can't be checked. */
export function readSource(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const nodes: Placed[] = [];
  collect(program as unknown as Node, null, '', nodes);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (node: Node) => starts.findLastIndex(start => start <= node.start) + 1;
  const imports = nodes.flatMap(({ node }) => {
    const found = importIn(node);
    return found ? [{ ...found, to: resolve(file, found.to), line: lineOf(node) }] : [];
  });
  return { file, text, nodes, imports, lineOf };
}

/** The text of a string literal, or of all of a template that is written out; undefined for anything else. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join('$');
}

/** A member as code names it: `Date.now`, `globalThis.fetch`; undefined where it is computed. */
export function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const property = node.property as Node;
  const name = node.computed ? textOf(property) : (property.name as string | undefined);
  const object = node.object as Node;
  return name && `${object.type === 'Identifier' ? String(object.name) : ''}.${name}`;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function collect(node: Node, parent: Node | null, key: string, into: Placed[]): void {
  into.push({ node, parent, key });
  for (const [member, value] of Object.entries(node)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (isNode(each)) collect(each, node, member, into);
  }
}

function importIn(node: Node): { to: string; typeOnly: boolean } | undefined {
  const from = (source: unknown) => (isNode(source) ? textOf(source) : undefined);
  switch (node.type) {
    case 'ImportDeclaration':
      return named(from(node.source), node.importKind, node.specifiers, 'importKind');
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return named(from(node.source), node.exportKind, node.specifiers, 'exportKind');
    case 'ImportExpression':
      return named(from(node.source), 'value', [], '');
    case 'TSImportType':
      return named(from(node.source ?? node.argument), 'type', [], '');
    case 'TSExternalModuleReference':
      return named(from(node.expression), 'value', [], '');
    case 'CallExpression': {
      const callee = node.callee as Node;
      const called = callee.type === 'Identifier' ? callee.name : memberName(callee);
      if (called !== 'require' && called !== 'require.resolve') return undefined;
      return named(from((node.arguments as unknown[])[0]), 'value', [], '');
    }
    default:
      return undefined;
  }
}

function named(to: string | undefined, kind: unknown, specifiers: unknown, member: string) {
  if (to === undefined) return undefined;
  const each = Array.isArray(specifiers) ? (specifiers as Node[]) : [];
  const typeOnly =
    kind === 'type' || (each.length > 0 && each.every(specifier => specifier[member] === 'type'));
  return { to, typeOnly };
}

/** `../x.ts` -> path from the root; `@scope/name/sub` -> `@scope/name`; `node:fs/promises` stays. */
function resolve(file: string, to: string): string {
  if (to.startsWith('.')) return path.posix.join(path.posix.dirname(file), to.replace(/[?$].*$/, ''));
  if (to.startsWith('node:')) return to;
  return to.split('/', to.startsWith('@') ? 2 : 1).join('/');
}
