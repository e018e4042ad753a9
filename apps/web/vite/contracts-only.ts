import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const stub = fileURLToPath(new URL('./zod-in-browser.ts', import.meta.url));

/**
 * In the browser a contract is an address: id, method, path. Validation is the server's, so Zod (27 kB compressed, and a
 * schema tree to build on each start) is replaced by a stand-in that lets the declarations run.
 */
export function contractsOnly(): Plugin {
  return { name: 'digione:contracts-only', enforce: 'pre', resolveId: (id) => (id === 'zod' ? stub : undefined) };
}
