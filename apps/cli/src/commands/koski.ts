import { readFileSync, writeFileSync } from 'node:fs';
import type { ImportedDocument } from '@digione/exchange/server';
import type { Finding, Json, Language, Setting } from '@digione/koski';
import { messageOf, OperatorError, type Config } from '@digione/platform/config';
import { systemClock } from '@digione/platform/time';
import { clockOf } from '../clock.ts';
import { UsageError, type Command, type Typed } from '../command.ts';
import { withDatabase } from '../database.ts';

const EXIT = { accepted: 0, refused: 1, failed: 2 } as const;
const LANGUAGES = ['fi', 'sv', 'en'] as const;
const CALLERS = ['official', 'service'] as const;

type Koski = typeof import('@digione/koski');

/** A file that cannot be read; told apart from a document that KOSKI would refuse. */
class Unreadable extends OperatorError {}

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

/** Writes the document to the file, else to standard output; what KOSKI would refuse goes to standard error. */
async function exportLearner(typed: Typed, readConfig: () => Config): Promise<number> {
  const [learner, out, providerKey] = [typed.text('learner'), typed.text('out'), typed.text('provider')];
  if (learner === undefined) throw new UsageError('--learner ID is needed: our id, the learner number or the identity code.');
  const config = readConfig();
  const [library, exchange] = [await import('@digione/koski'), await import('@digione/exchange/server')];
  const options = { learner, asReceived: typed.has('as-received'), language: languageOf(typed), auditKey: config.secrets.auditKey, now: clockOf(config).iso(), ...(providerKey === undefined ? {} : { providerKey }) };
  const { document, findings } = await asOperator(() => withDatabase(config, (databaseUrl) => exchange.exportKoskiDocument({ ...options, databaseUrl })));
  const text = `${JSON.stringify(document, null, 1)}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text, { mode: 0o600 });
  for (const finding of findings) console.error(inWords(finding, library, options.language));
  return findings.length === 0 ? EXIT.accepted : EXIT.refused;
}

/** Takes a document, or a list of them, back into study records. */
async function importFile(typed: Typed, path: string, readConfig: () => Config): Promise<number> {
  const content = parse(read(path));
  if (content === undefined) throw new OperatorError(`${path} is not JSON.`);
  const providerKey = typed.text('provider');
  const config = readConfig();
  const [library, exchange] = [await import('@digione/koski'), await import('@digione/exchange/server')];
  const documents = Array.isArray(content) ? content : [content];
  const options = { documents, dryRun: typed.has('dry-run'), language: languageOf(typed), auditKey: config.secrets.auditKey, now: clockOf(config).iso(), ...(providerKey === undefined ? {} : { providerKey }) };
  const imported = await asOperator(() => withDatabase(config, (databaseUrl) => exchange.importKoskiDocuments({ ...options, databaseUrl })));
  if (typed.has('json')) process.stdout.write(`${JSON.stringify(imported)}\n`);
  else for (const one of imported) process.stdout.write(reportOf(one, library, options.language));
  return imported.every(({ differences }) => differences.length === 0) ? EXIT.accepted : EXIT.refused;
}

function reportOf({ learnerId, isNewLearner, studyRights, newSchools, findings, differences }: ImportedDocument, library: Koski, language: Language): string {
  const lines = [
    `learner ${learnerId} (${isNewLearner ? 'new' : 'known'})`,
    ...studyRights.map(({ studyRightId, educationForm, outcome }) => `  ${educationForm} ${studyRightId}: ${outcome}`),
    ...newSchools.map((oid) => `  school ${oid} was not known and came in with the name the document gives it`),
    ...findings.map((finding) => `  KOSKI would refuse today: ${inWords(finding, library, language).replaceAll('\n', '\n  ')}`),
    differences.length === 0 ? '  written again it says the same' : '  written again it says something else:',
    ...differences.map(({ path, left, right }) => `    ${path}: ${JSON.stringify(left) ?? 'nothing'} → ${JSON.stringify(right) ?? 'nothing'}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the operator has to know stays one sentence. */
async function asOperator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'ProviderMissing') throw new UsageError(error.message, { cause: error });
    if (error instanceof Error && ['UnknownProvider', 'UnknownLearner', 'DocumentRefused'].includes(error.name)) throw new OperatorError(error.message, { cause: error });
    throw error;
  }
}

export const koski: Command = {
  name: 'koski',
  summary: 'documents of KOSKI, the register of study rights: judge one, write a learner’s, take one back in',
  usage: ['validate FILE [--json]', 'export --learner ID [--provider KEY] [--out FILE]', 'import FILE [--provider KEY] [--dry-run] [--json]'],
  options: {
    learner: { type: 'string' },
    provider: { type: 'string' },
    out: { type: 'string' },
    'as-received': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    language: { type: 'string' },
    'as-of': { type: 'string' },
    caller: { type: 'string' },
    organisations: { type: 'string' },
    'cut-over': { type: 'string' },
    'empty-store': { type: 'boolean' },
  },
  optionHelp: {
    'learner ID': 'whose document: our id, the learner number or the identity code',
    'provider KEY': 'education provider of the learner, where there are several',
    'out FILE': 'the file to write; it holds personal data',
    'as-received': 'as the document stood that was imported, without our source id',
    'dry-run': 'report what would happen, change nothing',
    json: 'print an array of {key, message}, empty when accepted; of an import its report',
    'language fi|sv|en': 'language of the sentences (default fi)',
    'as-of DAY': 'the day that counts as today, e.g. 2026-11-23',
    'caller KIND': 'who sends it: official or service; not given: rules about the sender are left out',
    'organisations FILE': 'organisations as the national service returns them; not given: rules about organisations are left out',
    'cut-over FILE': 'days on which rules change, as a settings file of KOSKI; not given: those of production',
    'empty-store': 'as if KOSKI knew no learner and no study right yet',
  },
  async run(typed, readConfig) {
    const [what, path, ...more] = typed.words;
    if (what === 'export' && path === undefined) return exportLearner(typed, readConfig);
    if (what !== 'validate' && what !== 'import') throw new UsageError(`Known are "koski validate FILE", "koski export" and "koski import FILE", not "koski ${typed.words.join(' ')}".`);
    if (path === undefined || more.length > 0) throw new UsageError(`Give one file: the document to ${what}.`);
    if (what === 'import') return importFile(typed, path, readConfig);
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
