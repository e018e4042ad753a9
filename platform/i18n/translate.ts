import { setupI18n, type I18n } from '@lingui/core';
import { languages, type Language } from './language.ts';

export type MessageValues = Readonly<Record<string, string | number>>;
/** Messages by key, compiled from ICU MessageFormat (`@lingui/message-utils`). */
export type CompiledMessages = Parameters<I18n['load']>[1];

const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const runtimes = new Map<Language, I18n>();
for (const language of languages) {
  // Lingui throws on a runtime without messages; an empty catalog lets a page show keys instead of dying.
  runtimes.set(language, setupI18n({ locale: language, locales: locales[language], messages: { [language]: {} } }));
}

function getRuntime(language: Language): I18n {
  const runtime = runtimes.get(language);
  if (!runtime) throw new Error(`No such language: ${language}`);
  return runtime;
}

/** Adds compiled messages of a language; later keys win. */
export function loadCompiled(language: Language, messages: CompiledMessages): void {
  getRuntime(language).load(language, messages);
}

/** Whether a message is known in a language. */
export function hasMessage(language: Language, key: string): boolean {
  return key in getRuntime(language).messages;
}

/** The text of a message; the key itself when it is unknown, so that a fault is seen and nothing breaks. */
export function translate(language: Language, key: string, values?: MessageValues): string {
  const runtime = getRuntime(language);
  return key in runtime.messages ? runtime._(key, values) : key;
}
