import { banned, worldlySql } from './bans.ts';
import { allows, type Floor, floorOf, floors, isWithin } from './floors.ts';
import { readSource, type Source } from './source.ts';
import type { Tree } from './tree.ts';

/** What is untidy in a tree, one line each: where, what, why, and what to do. Empty when all is well. */
export function tidy(tree: Tree): string[] {
  const linesOf = new Map<Floor, number>();
  const complaints = [...tree].flatMap(([file, text]) => {
    const place = floorOf(file);
    if (!place) return [`${file}: lives on no floor; give its folder a row in test/tidy/floors.ts`];
    if (file.endsWith('.sql')) return untidySql(file, text);
    if (isTest(file)) return [];
    linesOf.set(place.floor, (linesOf.get(place.floor) ?? 0) + lineCount(text));
    const source = readSource(file, text);
    return [...strayImports(source, place), ...banned(source, place.floor)];
  });
  return [...complaints, ...overfull(linesOf)];
}

/** Tests see everything and run in the real world; what they check is what has to be tidy. */
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

function strayImports(source: Source, { floor, house }: { floor: Floor; house: string }): string[] {
  return source.imports.flatMap(({ to, typeOnly, line }) => {
    const at = `${source.file}:${line}`;
    if (isTest(to)) return [`${at}: imports the test ${to}; what tests share belongs to test/`];
    const own = floorOf(to)?.house === house;
    if (own || allows(floor.may, to) || (typeOnly && allows(floor.types ?? [], to))) return [];
    const only = allows(floor.types ?? [], to) ? ' (types of it are fine: import type)' : '';
    return [`${at}: ${house} may not import ${to}${only}; ${floor.why}`];
  });
}

function untidySql(file: string, text: string): string[] {
  const found = worldlySql.exec(text.replace(/--.*$/gm, ''));
  return found
    ? [`${file}: ${found[0]}: SQLite’s clock and dice make a replay differ; bind what Env says`]
    : [];
}

function overfull(linesOf: ReadonlyMap<Floor, number>): string[] {
  return [...linesOf].flatMap(([{ at, linesMax, why }, lines]) =>
    linesMax !== undefined && lines > linesMax ? [`${at}: ${lines} lines, at most ${linesMax}; ${why}`] : [],
  );
}

const lineCount = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Rows that no file lives on, or that name a package nobody installs: the table itself has to be tidy. */
export function staleRows(tree: Tree, packages: readonly string[]): string[] {
  const files = [...tree.keys()];
  const empty = floors.filter(floor => !files.some(file => floorOf(file)?.floor === floor));
  const known = (name: string) =>
    name === '*' || name.startsWith('node:') || packages.includes(name) || isPath(name);
  const isPath = (name: string) => files.some(file => isWithin(file, name));
  const unknown = floors.flatMap(({ at, may, types = [] }) =>
    [...may, ...types].filter(name => !known(name)).map(name => `${at}: names ${name}, which is not there`),
  );
  return [...empty.map(({ at }) => `${at}: no file lives on this floor`), ...unknown];
}
