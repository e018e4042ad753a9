import type { Plugin } from 'vite';

const FILE = /[/\\]react-aria[/\\]dist[/\\]private[/\\]live-announcer[/\\]LiveAnnouncer\.mjs$/;

/**
 * React Aria empties its announcements with `innerHTML = ''`, which pages that require Trusted Types refuse: the second part of a date typed
 * by keyboard took the page down. The same without markup.
 */
export function announcer(): Plugin {
  return {
    name: 'digione:announcer',
    enforce: 'pre',
    transform(code, id) {
      if (!FILE.test(id.split('?')[0] ?? '')) return undefined;
      const mended = code.replaceAll(".innerHTML = ''", '.replaceChildren()');
      if (mended === code) this.error('React Aria empties its announcements in another way now: see whether this is still needed.');
      return { code: mended, map: null };
    },
  };
}
