import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Lays a compressed copy beside each text file, once at build time and as tight as it goes; the server sends what the browser takes. */
export function compress(): Plugin {
  let folder = '';
  return {
    name: 'digione:compress',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    configResolved: (config) => {
      folder = join(resolve(config.root, config.build.outDir), 'assets');
    },
    closeBundle() {
      for (const name of readdirSync(folder)) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue;
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
      }
    },
  };
}
