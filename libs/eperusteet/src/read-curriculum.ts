import { readFile, stat } from 'node:fs/promises';
import type { Chapter, Curriculum, Structure } from './curriculum.ts';
import { makeFinding, type Finding } from './finding.ts';
import { DEFAULT_LIMITS, megabytes, parseJson, type ReadLimits } from './json.ts';
import { isObject, Part, Reading } from './part.ts';
import { readPhases } from './read-adult-basic-education.ts';
import { makeIndex, readStages, readSubjects } from './read-basic-education.ts';
import { readCompetences } from './read-competences.ts';
import { readStudyUnits } from './read-local.ts';
import type { KeyIndex } from './read-objectives.ts';
import { readProgrammeParts } from './read-programme-parts.ts';
import { readChapterContent, readChapters, readUnknownChapters } from './read-sections.ts';
import { readTitle } from './read-title.ts';
import { readUpperSecondarySubjects } from './read-upper-secondary.ts';
import { readSubjects2015 } from './read-upper-secondary-2015.ts';

/** What came of reading: the curriculum, or null when nothing could be read, and all there is to tell. */
export interface ReadResult {
  readonly curriculum: Curriculum | null;
  /** Errors first; an error means that nothing was read. */
  readonly findings: readonly Finding[];
}

type Json = Readonly<Record<string, unknown>>;
type Content = Pick<Curriculum, 'structure' | 'chapters' | 'competences' | 'stages' | 'subjects' | 'studyUnits'>;

const LOCAL_SIGNS = ['perusteenDiaarinumero', 'perusteenId', 'opintojaksot', 'tekstit', 'valtakunnallisetOppiaineet', 'organisaatiot'];
const NATIONAL_SIGNS = ['perusopetus', 'aipe', 'lops2019', 'lukiokoulutus', 'suoritustavat', 'tutkinnonOsat', 'koulutuksenOsat', 'diaarinumero', 'voimassaoloAlkaa'];
/** Where the text part of a national core curriculum may be. */
const TEXT_PARTS = ['esiopetus', 'varhaiskasvatus', 'tpo', 'vapaasivistystyo', 'tutkintoonvalmentava', 'opas', 'digitaalinenosaaminen', 'kielijakaantajatutkinto', 'kotoutumiskoulutus'];

const hasAny = (value: Json, names: readonly string[]): boolean => names.some((name) => Object.hasOwn(value, name));

/** What a file is that is no curriculum, in a word or two that all three languages understand. */
function nameForeign(value: unknown): string {
  if (Array.isArray(value)) return `JSON [${value.length}]`;
  if (!isObject(value)) return 'JSON';
  if (hasAny(value, ['openapi', 'swagger'])) return 'OpenAPI';
  const first = Object.keys(value).slice(0, 4).join(', ');
  return `JSON {${first}}`;
}

function recognise(value: unknown): { readonly kind: Curriculum['kind']; readonly root: Json } | null {
  if (!isObject(value)) return null;
  const hasTitle = hasAny(value, ['nimi', 'id']);
  if (hasTitle && hasAny(value, LOCAL_SIGNS)) return { kind: 'local', root: value };
  if (hasTitle && hasAny(value, [...NATIONAL_SIGNS, ...TEXT_PARTS])) return { kind: 'national', root: value };
  return null;
}

const NOTHING: Content = { structure: 'text', chapters: [], competences: [], stages: [], subjects: [], studyUnits: [] };

function readBasicEducation(root: Part): Content | null {
  const part = root.part('perusopetus');
  if (!part) return null;
  const competences: KeyIndex = new Map();
  const index = makeIndex(competences);
  const read = {
    competences: readCompetences(part, 'laajaalaisetosaamiset', competences),
    chapters: readChapters(part.part('sisalto')),
    stages: readStages(part, 'vuosiluokkakokonaisuudet', index),
    subjects: readSubjects(part, index),
  };
  part.close();
  return { ...NOTHING, ...read, structure: 'basic-education' };
}

function readAdultBasicEducation(root: Part): Content | null {
  const part = root.part('aipe');
  if (!part) return null;
  const index: KeyIndex = new Map();
  const competences = readCompetences(part, 'laajaalaisetosaamiset', index);
  const read = { competences, chapters: readChapters(part.part('sisalto')), ...readPhases(part, index) };
  part.close();
  return { ...NOTHING, ...read, structure: 'adult-basic-education' };
}

function readUpperSecondary(root: Part): Content | null {
  const part = root.part('lops2019');
  if (!part) return null;
  const competences = readCompetences(part.part('laajaAlainenOsaaminen'), 'laajaAlaisetOsaamiset', new Map());
  const read = { competences, chapters: readChapters(part.part('sisalto')), subjects: readUpperSecondarySubjects(part, 'oppiaineet') };
  part.close();
  return { ...NOTHING, ...read, structure: 'upper-secondary' };
}

function readUpperSecondary2015(root: Part): Content | null {
  const part = root.part('lukiokoulutus');
  if (!part) return null;
  const chapters = readChapters(part.part('sisalto'));
  // Mostly chapters of the tree as well.
  const known = new Set(chapters.map(({ id }) => id));
  const general = ['aihekokonaisuudet', 'opetuksenYleisetTavoitteet'].flatMap((name): Chapter[] => {
    const chapter = part.part(name);
    return !chapter || known.has(chapter.id()) ? [] : [readChapterContent(chapter, name)];
  });
  const structure = part.part('rakenne');
  const read = { chapters: [...chapters, ...general], subjects: structure ? readSubjects2015(structure) : [] };
  structure?.close();
  part.close();
  return { ...NOTHING, ...read, structure: 'upper-secondary-2015' };
}

function readNational(root: Part): Content {
  const main = readBasicEducation(root) ?? readAdultBasicEducation(root) ?? readUpperSecondary(root) ?? readUpperSecondary2015(root) ?? NOTHING;
  const chapters = TEXT_PARTS.flatMap((name) => {
    const part = root.part(name);
    const read = readChapters(part?.part('sisalto') ?? null);
    part?.skip('laajuus', 'oppaanKiinnitetytKoodit');
    part?.close();
    return read;
  });
  const vocational = root.parts('suoritustavat').flatMap((way) => {
    const read = readChapters(way.part('sisalto'));
    way.skip('suoritustapakoodi', 'laajuusYksikko');
    way.close();
    return read;
  });
  return { ...main, chapters: [...main.chapters, ...chapters, ...vocational], subjects: [...main.subjects, ...readProgrammeParts(root)] };
}

function readLocal(root: Part): Content {
  const chapters = readChapters(root.part('tekstit'));
  const competences: KeyIndex = new Map();
  if (root.has('opintojaksot') || root.has('valtakunnallisetOppiaineet') || root.has('paikallisetOppiaineet')) {
    return {
      ...{ structure: 'upper-secondary', chapters, stages: [] },
      competences: readCompetences(root, 'laajaAlaisetOsaamiset', competences),
      subjects: [...readUpperSecondarySubjects(root, 'valtakunnallisetOppiaineet'), ...readUpperSecondarySubjects(root, 'paikallisetOppiaineet', true)],
      studyUnits: readStudyUnits(root),
    };
  }
  const adult = readAdultBasicEducation(root);
  if (adult) return { ...adult, chapters: [...chapters, ...adult.chapters] };
  if (root.peekList('oppiaineet').some((subject) => subject.has('kurssit') || subject.has('tiedot'))) return { ...NOTHING, structure: 'upper-secondary-2015', chapters, subjects: readSubjects2015(root) };
  const index = makeIndex(competences);
  const stages = readStages(root, 'vuosiluokkakokonaisuudet', index);
  const subjects = readSubjects(root, index, true);
  const structure: Structure = stages.length > 0 || subjects.length > 0 ? 'basic-education' : 'text';
  return { ...NOTHING, structure, chapters, stages, subjects };
}

function readValue(value: unknown): ReadResult {
  const recognised = recognise(value);
  if (!recognised) return { curriculum: null, findings: [makeFinding('error', 'not-a-curriculum', '', nameForeign(value))] };
  const { kind, root: json } = recognised;
  const reading = new Reading(kind === 'local');
  const root = new Part(json, '', reading);
  const title = readTitle(root, kind);
  const known = kind === 'local' ? readLocal(root) : readNational(root);
  const content = { ...known, chapters: [...known.chapters, ...readUnknownChapters(root)] };
  root.close();
  if (content.chapters.length === 0 && content.subjects.length === 0) reading.findings.add('warning', 'no-content', '');
  for (const language of title.languages) {
    if (!reading.languages.has(language)) reading.findings.add('info', 'missing-language', '', language);
  }
  return { curriculum: { ...title, ...content }, findings: reading.findings.list() };
}

/**
 * Reads a curriculum from the JSON that ePerusteet publishes. Never throws: what cannot be read is told in the findings.
 * @param input the file's bytes, or its text
 * @param limits size and nesting beyond which a file is refused
 */
export function readCurriculum(input: Uint8Array | string, limits: Partial<ReadLimits> = {}): ReadResult {
  const parsed = parseJson(input, { ...DEFAULT_LIMITS, ...limits });
  if (!('value' in parsed)) return { curriculum: null, findings: parsed.findings };
  const { curriculum, findings } = readValue(parsed.value);
  return { curriculum, findings: [...findings, ...parsed.findings] };
}

/**
 * Reads a curriculum from a file; a file too large is refused before it is read.
 * @param path of the file
 */
export async function readCurriculumFile(path: string, limits: Partial<ReadLimits> = {}): Promise<ReadResult> {
  const refuse = (code: 'not-found' | 'too-large', value: string): ReadResult => ({ curriculum: null, findings: [makeFinding('error', code, '', value)] });
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return refuse('not-found', path);
  if (found.size > (limits.bytes ?? DEFAULT_LIMITS.bytes)) return refuse('too-large', megabytes(found.size));
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? readCurriculum(bytes, limits) : refuse('not-found', path);
}
