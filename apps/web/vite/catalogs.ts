import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compileCatalog } from '../../../platform/i18n/register.ts';
import { languages, type Language } from '../../../platform/i18n/language.ts';

const prefix = 'virtual:catalog/';

/** Texts only the server says (refusals, an import's findings, purposes in the log): the browser gets them in its answers. */
const SERVER_ONLY = /^[a-zA-Z-]+\.(problem|advice|template|purpose|act)\./;

const languageOf = (id: string): Language | undefined => languages.find((one) => id === `\0${prefix}${one}`);

/** All packages' catalogs; in development each file is watched. */
function catalogFiles(root: string, language: Language): string[] {
  const folders = ['platform/i18n/messages', 'apps/web/i18n', ...readdirSync(join(root, 'modules')).map((module) => `modules/${module}/i18n`)];
  return folders.map((folder) => join(root, folder, `${language}.json`)).filter((file) => existsSync(file));
}

/** Builds one chunk per language out of all packages' catalogs, compiled, so that the browser needs no message parser. */
export function catalogs(root: string): Plugin {
  return {
    name: 'digione:catalogs',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const language = languageOf(id);
      if (!language) return undefined;
      const messages: Record<string, unknown> = {};
      for (const file of catalogFiles(root, language)) {
        this.addWatchFile(file);
        const catalog: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
        Object.assign(messages, compileCatalog(Object.fromEntries(Object.entries(catalog).filter(([key]) => !SERVER_ONLY.test(key)))));
      }
      // A string for JSON.parse starts faster than the same object as program text.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(messages))})`;
    },
  };
}

/**
 * The name of a language's chunk. All languages share one hash, so that the page can ask for its own by putting the language
 * into one address.
 */
export function textsFileOf(root: string): (language: string) => string {
  const hash = createHash('sha256');
  for (const language of languages) for (const file of catalogFiles(root, language)) hash.update(readFileSync(file));
  const digest = hash.digest('base64url').slice(0, 10);
  return (language) => `assets/texts-${language}-${digest}.js`;
}

/** The name for a chunk if it holds a language's texts. */
export function textsChunkName(moduleId: string | null, textsFile: (language: string) => string): string | undefined {
  const language = moduleId === null ? undefined : languageOf(moduleId);
  return language && textsFile(language);
}
