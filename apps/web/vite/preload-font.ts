import type { Plugin } from 'vite';

/** Asks for the Latin font with the page itself: text is drawn once, in its own face. */
export function preloadFont(): Plugin {
  return {
    name: 'digione:preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file));
        if (!font) return [];
        return [{ tag: 'link', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` }, injectTo: 'head' }];
      },
    },
  };
}
