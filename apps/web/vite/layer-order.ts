import type { Plugin } from 'vite';

const order = '@layer reset, tokens, base, ui, shell, module, print;\n';

/** Says the order of the cascade's layers at the head of every style sheet: whichever piece of a page arrives first, the order is the same. */
export function layerOrder(): Plugin {
  return {
    name: 'digione:layer-order',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') && !id.includes('node_modules') ? { code: order + code, map: null } : undefined),
  };
}
