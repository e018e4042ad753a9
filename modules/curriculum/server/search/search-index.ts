import { listSearchTerms, toPlainText, type CurriculumElement } from '@digione/eperusteet';
import { rootOf, wordsOf, type SearchLanguage } from './roots.ts';

/** The largest tsvector is a megabyte: what is longer is found by its beginning. */
const MOST_LETTERS = 400_000;
/** Longer is no word that anybody searches by. */
const LONGEST_WORD = 60;
const LAST_POSITION = 16_383;

/** Words as they stand are kept apart from stems: a stem may look like another word. */
const asWritten = (word: string): string => `=${word}`;
const quoted = (lexeme: string): string => `'${lexeme.replaceAll(`'`, '')}'`;
const writtenWords = (text: string): string[] => text.normalize('NFC').toLocaleLowerCase('fi').match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a part is searched by in a language, as a tsvector is written; the name counts more than what stands below it. Null: nothing is said in it. */
export function searchVectorOf({ name, texts }: Pick<CurriculumElement, 'name' | 'texts'>, language: SearchLanguage): string | null {
  const lexemes = new Map<string, string>();
  let letters = 0;
  const add = (lexeme: string, weight: string): void => {
    if (lexeme.length > LONGEST_WORD || lexemes.has(lexeme) || letters > MOST_LETTERS) return;
    letters += lexeme.length;
    lexemes.set(lexeme, `${quoted(lexeme)}:${Math.min(lexemes.size + 1, LAST_POSITION)}${weight}`);
  };
  const parts = texts.flatMap(({ field, text }) => (field === 'name' ? [] : [toPlainText(text[language] ?? '')]));
  for (const term of listSearchTerms(name?.[language] ?? '', language)) add(term, 'A');
  for (const part of parts) for (const term of listSearchTerms(part, language)) add(term, 'C');
  for (const part of [name?.[language] ?? '', ...parts]) for (const word of writtenWords(part)) add(asWritten(word), 'D');
  return lexemes.size === 0 ? null : [...lexemes.values()].join(' ');
}

/**
 * What somebody typed, as a tsquery is written: parts with all of the words, each by its stem or by what its forms begin with.
 * @returns null where no word is in it
 */
export function searchQueryOf(typed: string, language: SearchLanguage): string | null {
  const asked = wordsOf(typed).map((word) => {
    const stems = listSearchTerms(word, language).map(quoted).join(' & ');
    const root = rootOf(word, language);
    return root === null ? `(${stems})` : `((${stems}) | ${quoted(asWritten(root))}:*)`;
  });
  return asked.length === 0 ? null : asked.join(' & ');
}
