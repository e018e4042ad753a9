/**
 * On which scale a learner may be given a mark in a report. Sources: the national core curriculum of basic education 2014 as changed on
 * 10.2.2020, chapter 6; Basic Education Decree 852/1998 section 10; KOSKI's rules of attainments for S and O; LOPS2021 chapter 6.
 */
export interface MarkCase {
  readonly educationForm: string | null;
  readonly gradeLevel: number | null;
  /** National code of the subject; null for a local one and for behaviour. */
  readonly subjectCode: string | null;
  readonly isBehaviour: boolean;
  /** From which grade level on the provider gives numbers: 4 unless it has decided otherwise. */
  readonly numbersFrom: number;
}

export interface AllowedMarks {
  /** Whole marks 4–10. */
  readonly numbers: boolean;
  /** Of S, H and O. */
  readonly letters: readonly string[];
  /** In words alone, without a value. */
  readonly words: boolean;
}

export const NUMBERS_FROM = 4;
/** The law leaves words alone to grade levels 1–3. */
const LAST_LEVEL_IN_WORDS = 3;

/** Subjects everybody studies: a number from the year numbers begin, never S or O. */
const COMMON = new Set(['AI', 'A1', 'B1', 'MA', 'YL', 'BI', 'GE', 'FY', 'KE', 'TE', 'KT', 'ET', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO']);
const GUIDANCE = 'OP';

export function allowedMarks({ educationForm, gradeLevel, subjectCode, isBehaviour, numbersFrom }: MarkCase): AllowedMarks {
  if (educationForm === 'general-upper-secondary') {
    // A module and a study unit: 4–10, S or H, guidance S or H alone; O is never given.
    return { numbers: subjectCode !== GUIDANCE, letters: ['S', 'H'], words: false };
  }
  const isSmall = gradeLevel !== null && gradeLevel <= LAST_LEVEL_IN_WORDS;
  const inWords = gradeLevel !== null && gradeLevel < numbersFrom;
  if (isBehaviour) return { numbers: !inWords, letters: [], words: true };
  if (subjectCode === GUIDANCE) return { numbers: false, letters: ['S', 'H'], words: isSmall };
  if (inWords) return { numbers: false, letters: [], words: true };
  const isCommon = subjectCode !== null && COMMON.has(subjectCode);
  return { numbers: true, letters: isCommon ? [] : ['S', 'H', 'O'], words: isSmall };
}

/** What was typed as a value of the report; undefined when the case does not allow it. An empty text is not asked here. */
export function readReportMark(allowed: AllowedMarks, typed: string): string | undefined {
  const text = typed.trim().toUpperCase();
  if (/^([4-9]|10)$/.test(text)) return allowed.numbers ? text : undefined;
  return allowed.letters.includes(text) ? text : undefined;
}

/** Is the learner's report complete: a value, or words where words alone will do. */
export const isGiven = (allowed: AllowedMarks, mark: { readonly value: string | null; readonly words: string | null }): boolean => mark.value !== null || (allowed.words && mark.words !== null);
