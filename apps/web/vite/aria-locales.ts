import type { Plugin } from 'vite';

const kept = /[/\\]intl[/\\].*(?:fi-FI|sv-SE|en-US)\.mjs$/;
const any = /react-(?:aria|stately|aria-components)[/\\].*[/\\]intl[/\\].*[a-z]{2}-[A-Z]{2}\.mjs$/;

/** Leaves out the thirty languages of React Aria that the product does not speak. */
export function ariaLocales(): Plugin {
  return {
    name: 'digione:aria-locales',
    enforce: 'pre',
    load: (id) => (any.test(id) && !kept.test(id) ? 'export default {}' : undefined),
  };
}
