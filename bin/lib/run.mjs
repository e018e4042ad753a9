import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { main } from './say.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export async function run() {
  // The same data wherever in the project the command is typed.
  process.env.DIGIONE_DATA_DIR ||= join(root, '.data');
  // Until the server runs, Ctrl-C simply ends.
  const end = () => process.exit(130);
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  const isStart = process.argv[2] === 'start' && !process.argv.includes('--help');
  await main(() => ensureBuilt(root, isStart ? ['server', 'web'] : ['server']));
  process.off('SIGINT', end);
  process.off('SIGTERM', end);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, 'dist', 'digione.mjs')).href);
}
