/** One package's messages in one language: flat, keys prefixed by the package (`teaching.register.allPresent`). */
export type Catalog = Readonly<Record<string, string>>;

type Token = string | [name: string, type?: string, format?: unknown];

/**
 * The names of a compiled message's placeholders, sorted. Translations of one message must agree on them; whether
 * a language needs a plural is its own matter.
 */
export function placeholdersOf(compiled: readonly unknown[]): string[] {
  const found = new Set<string>();
  const walk = (tokens: readonly unknown[]) => {
    for (const token of tokens) {
      if (!isPlaceholder(token)) continue;
      const [name, , format] = token;
      if (name !== '#') found.add(name);
      if (typeof format === 'object' && format !== null) {
        for (const choice of Object.values(format)) if (Array.isArray(choice)) walk(choice);
      }
    }
  };
  walk(compiled);
  return [...found].sort();
}

const isPlaceholder = (token: unknown): token is Exclude<Token, string> => Array.isArray(token) && typeof token[0] === 'string';
