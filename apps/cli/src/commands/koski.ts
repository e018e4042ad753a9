import { readFileSync } from 'node:fs';
import type { Finding, Json, Language, Setting } from '@digione/koski';
import { messageOf } from '@digione/platform/config';
import { systemClock } from '@digione/platform/time';
import { UsageError, type Command, type Typed } from '../command.ts';

const EXIT = { accepted: 0, refused: 1, failed: 2 } as const;
const LANGUAGES = ['fi', 'sv', 'en'] as const;
const CALLERS = ['official', 'service'] as const;

type Koski = typeof import('@digione/koski');

/** A file that cannot be read; told apart from a document that KOSKI would refuse. */
class Unreadable extends Error {}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unreadable(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function parse(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

function choose<T extends string>(typed: Typed, name: string, choices: readonly T[]): T | undefined {
  const text = typed.text(name);
  const chosen = choices.find((choice) => choice === text);
  if (text !== undefined && chosen === undefined) throw new UsageError(`--${name} is one of ${choices.join(', ')}.`);
  return chosen;
}

function dayOf(typed: Typed): string {
  const day = typed.text('as-of') ?? systemClock.today();
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new UsageError('--as-of is a day such as 2026-11-23.');
  return day;
}

function settingOf(typed: Typed, { readCutOver, readOrganisations }: Koski): Setting {
  const [caller, cutOver, organisations] = [choose(typed, 'caller', CALLERS), typed.text('cut-over'), typed.text('organisations')];
  const known = organisations === undefined ? undefined : readOrganisations(parse(read(organisations)) ?? []);
  return {
    today: dayOf(typed),
    ...(caller === undefined ? {} : { caller: { kind: caller } }),
    ...(cutOver === undefined ? {} : { cutOver: readCutOver(read(cutOver)) }),
    ...(known === undefined ? {} : { findOrganisation: (oid: string) => known.get(oid) }),
    ...(typed.has('empty-store') ? { stored: [], isKnownLearner: () => false, findStudyRight: () => undefined } : {}),
  };
}

const languageOf = (typed: Typed): Language => choose(typed, 'language', LANGUAGES) ?? 'fi';
const NOT_JSON = { fi: 'Tiedosto ei ole JSONia.', sv: 'Filen är inte JSON.', en: 'The file is not JSON.' } as const;

function judge(text: string, typed: Typed, library: Koski): readonly Pick<Finding, 'key' | 'message' | 'path'>[] {
  const language = languageOf(typed);
  const setting = settingOf(typed, library);
  const json = parse(text);
  if (json === undefined) return [{ key: 'badRequest.format.json', message: NOT_JSON[language], path: '' }];
  const { document, isStructureOnly } = library.readExample(json);
  const findings = library.validateDocument(document, setting, language);
  return isStructureOnly ? findings.filter(({ rule }) => rule === undefined) : findings;
}

function inWords({ key, message, path }: ReturnType<typeof judge>[number], { describeStructure }: Koski, language: Language): string {
  if (typeof message === 'string') return `${key}\n  ${message}\n  ${path}`;
  return [key, ...message.map((finding) => `  ${describeStructure(finding, language)}\n  ${finding.path}`)].join('\n');
}

async function validate(typed: Typed, path: string): Promise<number> {
  const library = await import('@digione/koski');
  const findings = judge(read(path), typed, library);
  if (typed.has('json')) process.stdout.write(`${JSON.stringify(findings.map(({ key, message }) => ({ key, message })))}\n`);
  else process.stdout.write(findings.length === 0 ? 'KOSKI would accept this document.\n' : `${findings.map((finding) => inWords(finding, library, languageOf(typed))).join('\n')}\n`);
  return findings.length === 0 ? EXIT.accepted : EXIT.refused;
}

export const koski: Command = {
  name: 'koski',
  summary: 'say whether KOSKI, the register of study rights, would accept a document',
  usage: ['validate FILE [--json]'],
  options: {
    json: { type: 'boolean' },
    language: { type: 'string' },
    'as-of': { type: 'string' },
    caller: { type: 'string' },
    organisations: { type: 'string' },
    'cut-over': { type: 'string' },
    'empty-store': { type: 'boolean' },
  },
  optionHelp: {
    json: 'print an array of {key, message}; empty when accepted',
    'language fi|sv|en': 'language of the sentences (default fi)',
    'as-of DAY': 'the day that counts as today, e.g. 2026-11-23',
    'caller KIND': 'who sends it: official or service; not given: rules about the sender are left out',
    'organisations FILE': 'organisations as the national service returns them; not given: rules about organisations are left out',
    'cut-over FILE': 'days on which rules change, as a settings file of KOSKI; not given: those of production',
    'empty-store': 'as if KOSKI knew no learner and no study right yet',
  },
  async run(typed) {
    const [what, path, ...more] = typed.words;
    if (what !== 'validate') throw new UsageError(`Only "koski validate FILE" is known, not "koski ${typed.words.join(' ')}".`);
    if (path === undefined || more.length > 0) throw new UsageError('Give one file: the document to validate.');
    try {
      return await validate(typed, path);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      // 1 means "refused": what went wrong otherwise must not look like it.
      console.error(error instanceof Unreadable ? error.message : `The document could not be judged: ${messageOf(error)}`);
      return EXIT.failed;
    }
  },
};
