// Builds what the sources make: `node bin/build.mjs [server] [web]`, both when none is named.
import './lib/check-node.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';
import { main, Refusal, runNode, step } from './lib/say.mjs';
import { fingerprint, PARTS } from './lib/sources.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const KEPT_MS = 24 * 3600 * 1000;

/** npm packages stay in node_modules, the product's own packages go into the bundle. */
const ownPackagesOnly = {
  name: 'own-packages-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@digione/')) return undefined;
      return { path, external: true };
    });
  },
};

/** A server that runs now may still load a part of the build before this one. */
function removeOldChunks(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}

async function buildServer() {
  const { build } = await import('esbuild');
  removeOldChunks(join(root, 'dist', 'chunks'));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { digione: 'apps/cli/src/main.ts', 'timetable-worker': 'libs/timetable-solver/src/solve/worker.ts', 'document-worker': 'platform/documents/typst-worker.mjs' },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'chunks/[name]-[hash]',
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      sourcemap: 'linked',
      sourcesContent: false,
      legalComments: 'none',
      jsx: 'automatic',
      logLevel: 'silent',
      plugins: [ownPackagesOnly],
    });
  } catch (error) {
    const [first] = error.errors ?? [];
    const where = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw new Refusal(`The server could not be built: ${where}${first?.text ?? error.message}`);
  }
}

/** What the bundler complains about, without its own call stack and colours. */
// eslint-disable-next-line no-control-regex -- the escape character is what colours begin with
const shorten = (output) => output.replace(/\u001b\[\d*m/g, '').split('\n').filter((line) => !/^\s+at |^\s*errors: |^}$/.test(line)).join('\n').trim();

/** Pages that are open now ask for pieces of the build before this one: those stay a day from here, older ones go. */
function keepOpenPages(folder) {
  const manifest = join(folder, '.vite', 'manifest.json');
  const assets = join(folder, 'assets');
  if (!existsSync(manifest) || !existsSync(assets)) return;
  const inUse = new Set(Object.values(JSON.parse(readFileSync(manifest, 'utf8'))).flatMap(({ file, css = [], assets: others = [] }) => [file, ...css, ...others]));
  const now = new Date();
  for (const name of readdirSync(assets)) {
    const plain = `assets/${name.replace(/\.(?:br|gz)$/, '')}`;
    if (inUse.has(plain)) utimesSync(join(assets, name), now, now);
  }
  removeOldChunks(assets);
}

async function buildWeb() {
  keepOpenPages(join(root, 'apps', 'web', 'dist'));
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, signal, output } = await runNode([vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps', 'web'), env });
  if (signal !== null) process.exit(130);
  if (status !== 0) throw new Refusal(`The workspace could not be built:\n${shorten(output)}`);
}

const BUILDERS = { server: buildServer, web: buildWeb };
const WORDS = { server: 'Building the server', web: 'Building the workspace' };

void main(async () => {
  const named = process.argv.slice(2).filter((part) => part in PARTS);
  await ensureInstalled(root, { wantsDevelopment: false });
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const part of named.length > 0 ? named : Object.keys(PARTS)) {
    // Taken before the work: what changes meanwhile is built the next time.
    const made = fingerprint(root, part);
    await step(WORDS[part], BUILDERS[part]);
    writeFileSync(join(root, PARTS[part].stamp), made);
  }
});
