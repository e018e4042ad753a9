import type { Plugin } from 'vite';

const FILE = /[/\\]react-aria[/\\]dist[/\\]private[/\\]live-announcer[/\\]LiveAnnouncer\.mjs$/;

/**
 * React Aria empties its announcements with `innerHTML = ''`, which pages that require Trusted Types refuse: the second part of a date typed
 * by keyboard took the page down. The same without markup.
 */
export function announcer(): Plugin {
  let isBuild = false;
  let isMended = false;
  return {
    name: 'digione:announcer',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    buildEnd(error) {
      if (isBuild && error === undefined && !isMended) this.error('React Aria keeps its announcer elsewhere now: see whether it still empties it with innerHTML.');
    },
    transform(code, id) {
      if (!FILE.test(id.split('?')[0] ?? '')) return undefined;
      const mended = code.replaceAll(".innerHTML = ''", '.replaceChildren()');
      if (mended === code) this.error('React Aria empties its announcements in another way now: see whether this is still needed.');
      isMended = true;
      return { code: mended, map: null };
    },
  };
}
