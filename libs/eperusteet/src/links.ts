import type { Chapter, Curriculum, PartKey, PartOfCurriculum, Subject } from './curriculum.ts';

export type LinkKind = 'chapter' | 'competence' | 'content-area' | 'module' | 'objective' | 'stage' | 'study-unit' | 'subject';

/** One reference a local curriculum makes. */
export interface Link {
  /** Key and place of the part that refers. */
  readonly from: PartKey;
  readonly path: string;
  readonly kind: LinkKind;
  /** As in the file: a code URI, a local code, a UUID or a number. */
  readonly reference: string;
  /** The part it leads to: in the core curriculum (`basis`) or in the local one itself; null when it leads nowhere. */
  readonly target: { readonly in: 'basis' | 'self'; readonly key: PartKey } | null;
}

type Names = Map<string, PartKey>;

function* allSubjects(subjects: readonly Subject[]): Generator<Subject> {
  for (const subject of subjects) {
    yield subject;
    yield* allSubjects(subject.syllabi);
  }
}

function* allChapters(chapters: readonly Chapter[]): Generator<Chapter> {
  for (const chapter of chapters) {
    yield chapter;
    yield* allChapters(chapter.chapters);
  }
}

/** Everything by which a curriculum's parts are referred to, apart by kind: a subject and a module may share a code. */
class Directory {
  readonly #names = new Map<LinkKind, Names>();

  constructor(curriculum: Curriculum | null) {
    if (!curriculum) return;
    for (const chapter of allChapters(curriculum.chapters)) this.#add('chapter', chapter);
    for (const competence of curriculum.competences) this.#add('competence', competence, competence.code?.uri);
    for (const stage of curriculum.stages) this.#add('stage', stage);
    for (const subject of allSubjects(curriculum.subjects)) {
      this.#add('subject', subject, subject.code?.uri, subject.localCode);
      for (const module of subject.modules) this.#add('module', module, module.code?.uri);
      for (const teaching of [subject, ...subject.stages, ...subject.modules]) {
        for (const objective of teaching.objectives) this.#add('objective', objective);
        for (const area of teaching.contentAreas) this.#add('content-area', area);
      }
    }
    for (const unit of curriculum.studyUnits) this.#add('study-unit', unit, unit.code);
  }

  #add(kind: LinkKind, part: PartOfCurriculum, ...names: readonly (string | null | undefined)[]): void {
    const known = this.#names.get(kind) ?? new Map<string, PartKey>();
    this.#names.set(kind, known);
    for (const name of [part.key, part.id, ...names]) {
      if (typeof name === 'string' && !known.has(name)) known.set(name, part.key);
    }
  }

  find(kind: LinkKind, reference: string): PartKey | undefined {
    return this.#names.get(kind)?.get(reference);
  }
}

type Reference = Omit<Link, 'target'>;

function* references(local: Curriculum): Generator<Reference> {
  const from = (part: PartOfCurriculum, kind: LinkKind, names: readonly (string | null)[]): Reference[] =>
    names.flatMap((reference) => (reference === null ? [] : [{ from: part.key, path: part.path, kind, reference }]));
  for (const chapter of allChapters(local.chapters)) yield* from(chapter, 'chapter', [chapter.basisId]);
  for (const stage of local.stages) yield* from(stage, 'competence', stage.competences.map(({ reference }) => reference));
  for (const subject of allSubjects(local.subjects)) {
    yield* from(subject, 'subject', [subject.basisReference]);
    yield* from(subject, 'competence', subject.competences.map(({ reference }) => reference));
    for (const stage of subject.stages.flatMap((one) => [one, ...one.gradeLevelsApart])) {
      yield* from(stage, 'stage', [stage.stage]);
      for (const objective of stage.objectives) {
        yield* from(objective, 'objective', [objective.basisKey]);
        yield* from(objective, 'competence', objective.competences);
      }
      for (const area of stage.contentAreas) yield* from(area, 'content-area', [area.basisKey]);
    }
  }
  for (const unit of local.studyUnits) {
    yield* from(unit, 'subject', unit.subjects.map(({ reference }) => reference));
    yield* from(unit, 'module', unit.modules.map(({ reference }) => reference));
    yield* from(unit, 'study-unit', unit.studyUnits);
    yield* from(unit, 'competence', unit.competences.map(({ reference }) => reference));
  }
}

/**
 * Every reference of a local curriculum and where it leads.
 * @param basis the national core curriculum it stands on; without it, what the local file carries of it is searched alone
 */
export function resolveLinks(local: Curriculum, basis: Curriculum | null): readonly Link[] {
  const [national, own] = [new Directory(basis), new Directory(local)];
  return [...references(local)].map((reference): Link => {
    const inBasis = national.find(reference.kind, reference.reference);
    if (inBasis !== undefined) return { ...reference, target: { in: 'basis', key: inBasis } };
    // A chapter number leads into the core curriculum or nowhere; a part never leads to itself.
    const inSelf = reference.kind === 'chapter' ? undefined : own.find(reference.kind, reference.reference);
    return { ...reference, target: inSelf === undefined || inSelf === reference.from ? null : { in: 'self', key: inSelf } };
  });
}
