import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compileCatalog } from '../../../platform/i18n/register.ts';
import { languages } from '../../../platform/i18n/language.ts';

const prefix = 'virtual:catalog/';

/** Builds one chunk per language out of all packages' catalogs, compiled, so that the browser needs no message parser. */
export function catalogs(root: string): Plugin {
  const folders = () => [
    'platform/i18n/messages',
    'apps/web/i18n',
    ...readdirSync(join(root, 'modules')).map((module) => `modules/${module}/i18n`),
  ];
  return {
    name: 'digione:catalogs',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = languages.find((one) => id.endsWith(`/${one}`));
      if (!language) throw new Error(`No such language: ${id}`);
      const messages: Record<string, unknown> = {};
      for (const folder of folders()) {
        const file = join(root, folder, `${language}.json`);
        if (!existsSync(file)) continue;
        this.addWatchFile(file);
        Object.assign(messages, compileCatalog(JSON.parse(readFileSync(file, 'utf8'))));
      }
      // A string for JSON.parse starts faster than the same object as program text.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}
