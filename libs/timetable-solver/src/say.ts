/** Languages that sentences can be said in. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Fills a sentence's values in: `{name}` as it is, `{count|lesson}` with its English noun (`1 lesson`, `2 lessons`),
 * `{count|tunti|tuntia}` with the form for one and that for every other number.
 * @param template the sentence with its values in braces; a value that is not given is left empty
 */
export const fillSentence = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)(?:\|([^|}]+))?(?:\|([^}]+))?\}/g, (_all, name: string, one: string | undefined, many: string | undefined) => {
    const value = values[name] ?? '';
    if (one === undefined) return String(value);
    return `${value} ${value === 1 ? one : (many ?? `${one}s`)}`;
  });
