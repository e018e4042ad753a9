import type { Language } from './texts.ts';

// Of the word forms in this file's test, Snowball's stemmers (PostgreSQL's, too) join 55 of 140 Finnish and 45 of 61 Swedish ones with their
// word: they know neither consonant gradation (lukutaito : lukutaidon) nor short stems (språk : språket). These light stemmers, in the manner of
// J. Savoy's, do; of words they were not made with, they join nine of ten.

/** Fewest letters a stem keeps. */
const SHORTEST = 3;

/** Takes the first ending off that leaves enough. Endings come longest first. */
function strip(word: string, endings: readonly RegExp[], shortest = SHORTEST): string {
  for (const ending of endings) {
    const stem = word.replace(ending, '');
    if (stem !== word && stem.length >= shortest) return stem;
  }
  return word;
}

const CLITICS = [/(?:kaan|kin)$/];
const POSSESSIVES = [/(?:nsa|mme|nne)$/];
/** The action noun in any case: lukeminen, lukemisen, lukemista … and the third infinitive after a vowel: lukemaan, lukemalla. */
const VERBAL = [/mi(?:nen|sta|sten|sia|s(?:e|i)(?:n|t|en|a|na|ssa|sta|lla|lta|lle|ksi|en|tta)?)$/, /(?<=[aeiouy])ma(?:an|ssa|sta|lla|tta)$/];
/** Short stems end in a long vowel: maa, työ, suo. */
const CASES = [
  /(?:itten|ineen|iden|issa|ista|illa|ilta|ille|iksi|itta|(?<=.{5})sti)$/,
  /(?:(?<=.{4})|(?<=aa|ee|ii|oo|uu|yy|uo|yo))(?:ssa|sta|lla|lta|lle|ksi|tta)$/,
  /(?:jen|ien|den|ten|ihin|ita|ina)$/,
  /(?<=[aeiouy])h[aeiouy]n$/,
  // kieltä, maata, not yhteiskunta
  /(?:ja|na|(?<=[aeiouy]{2}[lnr]?)ta)$/,
  /(?<=[aeiouy])[nta]$/,
];

/** Both grades of the last consonants as one: taito : taido-, arviointi : arvioinni-, käsite : käsittee-, luku : luvu-. */
const GRADES: ReadonlyArray<readonly [RegExp, string]> = [
  [/([kpt])\1$/, '$1'],
  [/nn$/, 'nt'],
  [/ll$/, 'lt'],
  [/rr$/, 'rt'],
  [/mm$/, 'mp'],
  [/ng$/, 'nk'],
  [/d$/, 't'],
  [/ks$/, 's'],
  [/(?<=[aeiouy])v$/, 'p'],
];

/** One vowel, short or long: luku and lukio stay apart; historia is a partitive in looks. */
const VOWEL = /(?:ia|([aeiouy])\1?)$/;
/** oppilas : oppila-, vuorovaikutus : vuorovaikutukse-, terveys : terveyde- */
const SIBILANT = /(?<=[auy]|.{4}o)k?s$/;

function stemFinnish(given: string): string {
  const word = given.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('å', 'a');
  if (word.length <= SHORTEST) return word;
  let stem = strip(strip(word, CLITICS, 5), POSSESSIVES, 5);
  const verbal = strip(stem, VERBAL, 4);
  if (verbal !== stem) stem = verbal;
  else if (stem.length > 5 && stem.endsWith('nen')) stem = `${stem.slice(0, -3)}s`;
  else {
    // kouluun, taiteeseen, oppilaan; maan keeps its long vowel
    const illative = stem.length > 4 ? stem.replace(/([aeiouy])s?\1\1?n$/, '$1') : stem;
    stem = illative === stem ? strip(stem, CASES) : illative;
  }
  // luvu- : luku-; avaruude- : avaruus
  stem = stem.replace(/([uy])v\1$/, '$1k$1').replace(/(?<=[aeiouy][uy])[dt]e$/, '');
  const bare = strip(stem, [VOWEL]);
  // A sibilant that was there from the beginning (oppilas) or came with the case (vuorovaikutukse-).
  const soft = strip(bare, [SIBILANT], 4);
  stem = soft === bare ? bare : strip(soft, [VOWEL]);
  for (const [grade, strong] of GRADES) {
    const graded = stem.replace(grade, strong);
    if (graded !== stem) return graded;
  }
  return stem;
}

const SWEDISH = [
  /(?:igheterna|heterna|iteterna|igheten|ningarna|iteten|iteter|ningar|ningen|itet)$/,
  /(?:heten|heter|ighet|andena|anden|andet|enden|arna|erna|orna|ning|ande|ende|aren|arna|are|ade|het)$/,
  /(?:ar|er|or|en|an|et|at|ad)$/,
  /[ae]$/,
  // miljön, not person or station
  /(?<=[aeiuyåäö])n$/,
];

function stemSwedish(given: string): string {
  const word = given.length > 4 ? given.replace(/(?<=[^s])s$/, '') : given;
  const stem = strip(word, SWEDISH);
  // bedömningarnas → bedömning → bedöm
  return strip(stem, [/ning$/]).replace(/([bdfgklmnprst])\1$/, '$1');
}

const WORD = /[\p{L}\p{N}]+(?:[-–'’][\p{L}\p{N}]+)*/gu;

/** A curriculum of a million words has some fifty thousand different ones. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/** A single word as it is searched by. */
function toTerm(word: string, language: Language): string {
  const letters = word.toLowerCase();
  if ((language !== 'fi' && language !== 'sv') || letters.length > 60 || /\d/.test(letters)) return letters;
  const name = `${language}${letters}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const term = language === 'fi' ? stemFinnish(letters) : stemSwedish(letters);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, term);
  return term;
}

/**
 * Words of a text as they are indexed and searched by: stems of Finnish and Swedish words, others as they are, in small letters.
 * Compounds joined by a hyphen count as a whole and by their parts. Stems are no words: show the text, not them.
 * @param text plain text
 * @returns in the order of the text, repetitions included
 */
export function listSearchTerms(text: string, language: Language): string[] {
  return [...text.normalize('NFC').matchAll(WORD)].flatMap(([word]) => {
    const parts = word.split(/[-–'’]/);
    return parts.length === 1 ? [toTerm(word, language)] : [toTerm(parts.join(''), language), ...parts.map((part) => toTerm(part, language))];
  });
}
