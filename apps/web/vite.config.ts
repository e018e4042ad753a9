import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { announcer } from './vite/announcer.ts';
import { ariaLocales } from './vite/aria-locales.ts';
import { catalogs, textsChunkName, textsFileOf } from './vite/catalogs.ts';
import { compress } from './vite/compress.ts';
import { contractsOnly } from './vite/contracts-only.ts';
import { early } from './vite/early.ts';
import { finlandSwedishDates } from './vite/finland-swedish-dates.ts';
import { layerOrder } from './vite/layer-order.ts';
import { pieces } from './vite/pieces.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const textsFile = textsFileOf(root);
const api = process.env['DIGIONE_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ mode }) => ({
  root: here,
  // An own folder for each server: two of them at once would spoil each other's prepared packages.
  cacheDir: resolve(root, 'node_modules/.cache/vite-web'),
  plugins: [react(), contractsOnly(), announcer(), finlandSwedishDates(), ariaLocales(), layerOrder(), catalogs(root), early(textsFile), compress()],
  define: { __GALLERY__: JSON.stringify(mode !== 'production'), __SAMPLES__: JSON.stringify(mode === 'gallery') },
  // The server puts a fresh nonce into each page it serves; the development server has no such policy.
  ...(mode === 'development' ? {} : { html: { cspNonce: '__CSP_NONCE__' } }),
  build: {
    outDir: 'dist',
    // bin/build.mjs clears away what no open page can still ask for.
    emptyOutDir: false,
    manifest: true,
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      output: { codeSplitting: pieces, chunkFileNames: (chunk) => textsChunkName(chunk.facadeModuleId, textsFile) ?? 'assets/[name]-[hash].js' },
      treeshake: {
        // Own files are declarations: a page takes only the components it draws, each with its style sheet.
        moduleSideEffects: (id: string) => !/[/\\](?:platform|libs|modules)[/\\]/.test(id) || id.endsWith('.css') || id.includes('node_modules'),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/oidc': { target: api, changeOrigin: false },
      '^/sign-in/.+': { target: api, changeOrigin: false },
    },
  },
}));
