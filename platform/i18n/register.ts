import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { languages, type Language } from './language.ts';
import { loadCompiled, type CompiledMessages } from './translate.ts';
import type { Catalog } from './catalog.ts';

/**
 * Makes a package's messages known to {@link translate} in Node. The browser gets the same catalogs compiled at build time.
 * @throws Error when a message is not ICU MessageFormat
 */
export function registerMessages(catalogs: Readonly<Record<Language, Catalog>>): void {
  for (const language of languages) loadCompiled(language, compileCatalog(catalogs[language]));
}

/**
 * Compiles a catalog of ICU messages.
 * @throws Error naming the key whose message does not parse
 */
export function compileCatalog(catalog: Catalog): CompiledMessages {
  const compiled: CompiledMessages = {};
  for (const [key, message] of Object.entries(catalog)) {
    try {
      compiled[key] = compileMessageOrThrow(message);
    } catch (error) {
      throw new Error(`Message ${key} is not ICU MessageFormat: ${message}`, { cause: error });
    }
  }
  return compiled;
}
