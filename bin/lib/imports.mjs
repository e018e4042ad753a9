import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

const SOURCES = ['libs', 'platform', 'modules', 'apps', 'demo'];
const OTHER_ENDINGS = /\.(css|json|svg|woff2|sql)(\?\w+)?$/;

function* listSources(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) yield* listSources(root, path);
    else if (entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

/** The specifiers one file imports or re-exports, and whether each is for types alone. */
function listSpecifiers(path, text) {
  const { module: parsed } = parseSync(path, text);
  const only = (entries) => entries.length > 0 && entries.every((entry) => entry.isType);
  const imports = parsed.staticImports.map(({ moduleRequest, entries }) => ({ name: moduleRequest.value, isType: only(entries) }));
  const exports = parsed.staticExports.flatMap(({ entries }) =>
    entries.filter((entry) => entry.moduleRequest !== null).map((entry) => ({ name: entry.moduleRequest.value, isType: entry.isType })),
  );
  const dynamic = parsed.dynamicImports.flatMap(({ moduleRequest }) => {
    const written = /^['"]([^'"]+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return written === null ? [] : [{ name: written[1], isType: false, isLazy: true }];
  });
  return [...imports, ...exports, ...dynamic];
}

/** The product's own packages by name: where each lies and what it exports. */
function readPackages(root) {
  const folders = ['platform', 'demo', ...['libs', 'modules', 'apps'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))];
  const described = folders.filter((folder) => existsSync(join(root, folder, 'package.json')));
  return new Map(
    described.map((folder) => {
      const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      return [name, { folder, exports: exports ?? {} }];
    }),
  );
}

function resolveExport({ folder, exports }, subpath) {
  if (exports[subpath] !== undefined) return posix.join(folder, exports[subpath]);
  for (const [pattern, target] of Object.entries(exports)) {
    const [before, after] = pattern.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    return posix.join(folder, target.replace('*', subpath.slice(before.length, subpath.length - after.length)));
  }
  return undefined;
}

function createResolver(root) {
  const packages = readPackages(root);
  const runtime = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies));
  const isFile = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  const found = (path, isRelative) => (path !== undefined && isFile(path) ? { kind: 'file', name: path, isRelative } : undefined);
  return (from, specifier) => {
    const missing = { kind: 'missing', name: specifier };
    if (isBuiltin(specifier)) return { kind: 'node', name: specifier };
    if (specifier.startsWith('virtual:')) return { kind: 'package', name: specifier, isRuntime: true };
    if (specifier.startsWith('.')) return found(posix.join(dirname(from), specifier.replace(/\?\w+$/, '')), true) ?? missing;
    const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier);
    const own = packages.get(name);
    if (own !== undefined) return found(resolveExport(own, `.${rest}`), false) ?? missing;
    return existsSync(join(root, 'node_modules', name)) ? { kind: 'package', name, isRuntime: runtime.has(name) } : missing;
  };
}

/** Every import of the product's sources: `{ from, to, isType, isLazy }`. */
export function readImports(root) {
  const resolve = createResolver(root);
  const paths = SOURCES.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => [...listSources(root, folder)]);
  const imports = paths.flatMap((from) =>
    listSpecifiers(from, readFileSync(join(root, from), 'utf8')).map(({ name, isType, isLazy = false }) => ({ from, to: resolve(from, name), isType, isLazy })),
  );
  return { paths, imports: imports.filter(({ to }) => !OTHER_ENDINGS.test(to.name) || to.kind === 'missing') };
}

/** The circles among imports that run code when a file is loaded; types and lazy imports close none. */
export function findCircles(imports) {
  const edges = new Map();
  for (const { from, to, isType, isLazy } of imports) {
    if (isType || isLazy || to.kind !== 'file') continue;
    edges.set(from, [...(edges.get(from) ?? []), to.name]);
  }
  const circles = [];
  const state = new Map();
  const visit = (path, trail) => {
    state.set(path, 'open');
    for (const next of edges.get(path) ?? []) {
      if (state.get(next) === 'open') circles.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) visit(next, [...trail, next]);
    }
    state.set(path, 'done');
  };
  for (const path of edges.keys()) if (!state.has(path)) visit(path, [path]);
  return circles;
}
