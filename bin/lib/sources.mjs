import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVER = ['libs', 'platform', 'modules', 'apps/server', 'apps/cli', 'demo', 'db/generated'];
const WEB = ['libs', 'platform', 'modules', 'apps/web'];
const BOTH = ['package-lock.json', 'bin/build.mjs', 'tsconfig.json'];

const isIgnored = (name) => name === 'node_modules' || name === 'dist' || name.startsWith('.') || /\.test\.tsx?$/.test(name) || name.endsWith('.md');

function* listFiles(root, path) {
  const full = join(root, path);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (stat === undefined || stat.isSymbolicLink()) return;
  if (stat.isFile()) {
    yield `${path} ${stat.size} ${stat.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(full).sort()) if (!isIgnored(name)) yield* listFiles(root, `${path}/${name}`);
}

/** The built parts of the product: what each is made from, and a file that is there when it was made. */
export const PARTS = {
  server: { inputs: [...SERVER, ...BOTH], result: 'dist/digione.mjs', stamp: 'dist/server.stamp' },
  web: { inputs: [...WEB, ...BOTH], result: 'apps/web/dist/index.html', stamp: 'dist/web.stamp' },
};

/** Changes when any file that a part is made from changes its size or its time. */
export function fingerprint(root, part) {
  const hash = createHash('sha256');
  for (const input of PARTS[part].inputs) for (const line of listFiles(root, input)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

export function isBuilt(root, part) {
  const { result, stamp } = PARTS[part];
  if (!existsSync(join(root, result)) || !existsSync(join(root, stamp))) return false;
  return readFileSync(join(root, stamp), 'utf8') === fingerprint(root, part);
}
