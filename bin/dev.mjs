// `npm run dev -- [--port 3000] [--data-dir DIR] [--demo small] [--now MOMENT]`: the server restarts when its sources change, without
// a build step; the workspace reloads what changed while one types. One address for both.
import './lib/check-node.mjs';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, Refusal } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function readPort() {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { port: { type: 'string' } }, strict: false });
  const port = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`--port must be a whole number from 1 to 65535, not "${values.port}".`);
  return port;
}

const findFreePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** Waits until the server answers; a server that cannot start has told why, and is started again when a source changes. */
async function untilReady(api) {
  for (;;) {
    const isReady = await fetch(`${api}/readyz`).then((answer) => answer.ok, () => false);
    if (isReady) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** What was typed, without the port: that one is the workspace's. */
function passedOn() {
  const typed = process.argv.slice(2);
  const at = typed.indexOf('--port');
  return typed.filter((word, index) => !(at >= 0 && (index === at || index === at + 1)) && !word.startsWith('--port='));
}

void main(async () => {
  const port = readPort();
  await ensureInstalled(root, { wantsDevelopment: true });
  // The server's own page carries what the development page must know of the session.
  await ensureBuilt(root, ['web']);
  const apiPort = await findFreePort();
  const api = `http://127.0.0.1:${apiPort}`;

  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const args = [tsx, 'watch', '--clear-screen=false', join(root, 'apps/cli/src/main.ts'), 'start', '--port', String(apiPort), ...passedOn()];
  const env = { ...process.env, DIGIONE_BASE_URL: process.env.DIGIONE_BASE_URL ?? `http://localhost:${port}`, DIGIONE_LOG_LEVEL: process.env.DIGIONE_LOG_LEVEL ?? 'warn' };
  const server = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });

  server.on('close', () => process.exit(0));
  await untilReady(api);

  process.env.DIGIONE_API = api;
  const { serveWorkspace } = await import('./lib/dev-workspace.mjs');
  const workspace = await serveWorkspace(root, { port, api }).catch((error) => {
    server.kill('SIGTERM');
    throw new Refusal(error.message);
  });
  console.log(`The workspace under development: http://localhost:${port}`);

  let isStopping = false;
  const stop = (signal) => {
    if (isStopping) return;
    isStopping = true;
    void workspace.close();
    // Ctrl-C has reached the server as well; told twice, its watcher would kill it instead of letting it end.
    setTimeout(() => server.kill('SIGTERM'), signal === 'SIGINT' ? 2000 : 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
});
