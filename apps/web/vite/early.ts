import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const entry = fileURLToPath(new URL('../src/early.ts', import.meta.url));

/**
 * What the page asks for beside its main program, so that nothing waits for a download before it: the first data (early.ts),
 * the texts of the page's language, the font. The server puts the language into `__LANG__`.
 */
export function early(textsFile: (language: string) => string): Plugin {
  return {
    name: 'digione:early',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: entry, name: 'early' });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle);
        const program = files.find((file) => file.type === 'chunk' && file.facadeModuleId === entry);
        const font = files.find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file.fileName));
        if (!program || !font) throw new Error('The early program or the font is not in the bundle');
        return [
          { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, nonce: '__CSP_NONCE__', src: `/${program.fileName}` }, injectTo: 'head-prepend' },
          { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, nonce: '__CSP_NONCE__', href: `/${textsFile('__LANG__')}` }, injectTo: 'head' },
          { tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${font.fileName}` }, injectTo: 'head' },
        ];
      },
    },
  };
}
