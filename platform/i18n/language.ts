/** The languages of the product, in the order in which a missing text falls back. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** Whether a text names one of the product's languages. */
export function isLanguage(value: unknown): value is Language {
  return value === 'fi' || value === 'sv' || value === 'en';
}

/**
 * The language to speak to a reader in.
 * @param acceptLanguage the `Accept-Language` header (RFC 9110 §12.5.4), or a browser's list joined by commas
 * @param preferred what the account has chosen; wins over the header
 */
export function negotiateLanguage(acceptLanguage: string | undefined, preferred?: string | null): Language {
  if (isLanguage(preferred)) return preferred;
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), order };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const wish of wishes) if (isLanguage(wish.language)) return wish.language;
  return 'fi';
}

/** A text the data has in some languages: the reader's own first, then Finnish, Swedish, English; `''` when there is none. */
export function localized(text: { readonly [L in Language]?: string | null | undefined }, language: Language): string {
  return text[language] || languages.map((l) => text[l]).find(Boolean) || '';
}
