import { readFileSync } from 'node:fs';
import path from 'node:path';
import MagicString from 'magic-string';
import { type Plugin, parseAst } from 'vite';
import { root } from './root.ts';

/** A line for each: the module that declares it, as its path from the project's root, and the function's name. */
export const calledFile = path.join(root, 'renderer/called-at-start.txt');

/** The names of the functions that a start calls, by module. */
export function readCalled(): Map<string, string[]> {
  const called = new Map<string, string[]>();
  for (const line of readFileSync(calledFile, 'utf8').trimEnd().split('\n')) {
    const [module = '', name = ''] = line.split(' ');
    called.set(module, [...(called.get(module) ?? []), name]);
  }
  return called;
}

type Node = { readonly type: string; readonly start: number; readonly end: number };
type Block = Node & { readonly body: readonly Statement[] };
type Statement = Node & { readonly directive?: string };
type Declaration = Node & { readonly id: (Node & { readonly name: string }) | null; readonly body: Block };
type Declared = {
  readonly declaration: Declaration;
  /** The program or function whose own statement it is; undefined in an inner block, or where it is exported. */
  readonly home: Block | undefined;
};

/** How a function is known again under another name: minifiers keep a directive that they do not know. */
const mark = 'called at start';

/**
 * Has the browser compile what a page calls as it begins together with the script: in the thread that reads it, and not
 * piece by piece in the page's own, each at its first call, which was a tenth of a start. V8 takes the parentheses
 * around a function for the sign that it is called soon (https://v8.dev/blog/preparser#pife); minifiers take them away,
 * so they are put back behind them. Only where there is a minifier.
 */
export function compileAtOnce(): Plugin {
  const called = readCalled();
  return {
    name: 'compile-at-once',
    enforce: 'post',
    apply: config => config.build?.minify !== false,
    transform: (code, id) => {
      const names = called.get(path.relative(root, id).split(path.sep).join('/'));
      return names && { code: withMarks(code, names), map: null };
    },
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && file.code.includes(mark)) file.code = inParentheses(file.code);
    },
  };
}

/** `code` with the mark in each of its functions that is declared under one of `names`. */
export function withMarks(code: string, names: readonly string[]): string {
  const text = new MagicString(code);
  for (const { declaration } of declaredIn(code))
    if (names.includes(declaration.id?.name ?? ''))
      text.appendLeft(declaration.body.start + 1, `${JSON.stringify(mark)};`);
  return text.toString();
}

/**
 * `code` with each marked function in parentheses and its mark gone. A declaration holds from the beginning of what it
 * stands in, whatever runs before it: so does the variable that takes its place, for it is moved there.
 */
export function inParentheses(code: string): string {
  const text = new MagicString(code);
  for (const { declaration, home } of declaredIn(code)) {
    const said = declaration.body.body.find(({ directive }) => directive === mark);
    if (!said) continue;
    text.remove(said.start, said.end);
    if (!home || !declaration.id) continue;
    // Under its own name inside it could not be given anew, as a declaration can.
    text.remove(declaration.id.start, declaration.id.end);
    const beginning = beginningOf(home);
    if (beginning !== declaration.start) text.move(declaration.start, declaration.end, beginning);
    text.prependRight(declaration.start, `var ${declaration.id.name}=(`);
    text.appendLeft(declaration.end, ');');
  }
  return text.toString();
}

/** Behind what a body is told before its first statement. */
function beginningOf(home: Block): number {
  const told = home.body.filter(({ directive }) => directive !== undefined && directive !== mark);
  return told.at(-1)?.end ?? (home.type === 'Program' ? home.start : home.start + 1);
}

/** Every function that is declared in `code`, the inner ones behind those that they are in. */
export function declaredIn(code: string): Declared[] {
  const found: Declared[] = [];
  const look = (node: Node, home: Block | undefined) => {
    if (node.type === 'FunctionDeclaration') found.push({ declaration: node as Declaration, home });
    const isHome = node.type === 'Program' || (node.type === 'BlockStatement' && isBody.has(node));
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (!isNode(child)) continue;
        if (isFunction(node)) isBody.add(child);
        look(child, isHome ? (node as Block) : undefined);
      }
    }
  };
  const isBody = new WeakSet<Node>();
  look(parseAst(code) as Node, undefined);
  return found;
}

const isFunction = ({ type }: Node): boolean => /^(Function|ArrowFunction)/.test(type);
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
