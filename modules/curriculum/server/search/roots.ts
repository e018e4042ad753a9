export type SearchLanguage = 'fi' | 'sv';

/** Endings of infinitives and of nouns made of verbs, longest first; what is left begins every form of the word. */
const ENDINGS: Readonly<Record<SearchLanguage, readonly (readonly [ending: string, left: string])[]>> = {
  fi: [
    ['misessa', ''], ['miseen', ''], ['misen', ''], ['mista', ''], ['mistä', ''], ['minen', ''], ['massa', ''], ['mässä', ''], ['malla', ''], ['mällä', ''],
    ['maan', ''], ['mään', ''], ['nnin', ''], ['ntia', ''], ['ntiä', ''], ['nti', ''], ['lla', 'l'], ['llä', 'l'], ['sta', 's'], ['stä', 's'],
    ['da', ''], ['dä', ''], ['aa', 'a'], ['ää', 'ä'], ['ea', 'e'], ['eä', 'e'], ['ua', 'u'], ['yä', 'y'], ['oa', 'o'], ['iä', 'i'], ['ia', 'i'],
  ],
  sv: [['elserna', ''], ['elser', ''], ['else', ''], ['ningar', ''], ['ningen', ''], ['ning', ''], ['ande', ''], ['ar', ''], ['er', ''], ['en', ''], ['et', ''], ['a', '']],
};
const SHORTEST_ROOT = 4;

/**
 * What the forms of a word begin with, where its ending tells: "havainnoida" and "havainnointi" give "havainnoi". Stems take
 * the cases off nouns, and do not always bring the forms of a Finnish verb together.
 * @returns null for words so short that they would begin too many others
 */
export function rootOf(word: string, language: SearchLanguage): string | null {
  const found = ENDINGS[language].find(([ending, left]) => word.endsWith(ending) && word.length - ending.length + left.length >= SHORTEST_ROOT);
  const root = found === undefined ? word : word.slice(0, word.length - found[0].length) + found[1];
  return root.length >= SHORTEST_ROOT ? root : null;
}

const MOST_WORDS = 8;

/** The words of what somebody typed; little ones count only where there is nothing else. */
export function wordsOf(typed: string): string[] {
  const all = typed.toLocaleLowerCase('fi').match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = all.filter((word) => word.length > 2);
  return [...new Set(long.length > 0 ? long : all)].slice(0, MOST_WORDS);
}
