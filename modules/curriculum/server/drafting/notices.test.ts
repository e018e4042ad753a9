import { expect, test } from 'vitest';
import { readCurriculum, type Curriculum } from '@digione/eperusteet';
import { basicEducation, upperSecondary } from '@digione/eperusteet/testing/documents';
import type { DraftPart } from '../../contract/index.ts';
import { listNotices } from './notices.ts';

function read(document: object): Curriculum {
  const { curriculum } = readCurriculum(JSON.stringify(document));
  if (curriculum === null) throw new Error('The document cannot be read.');
  return curriculum;
}
const part = (rest: Partial<DraftPart>): DraftPart => ({ draftPartId: 'x', kind: 'study-unit', unitKey: null, gradeLevel: null, basisKey: null, position: 1, code: null, name: { fi: 'Nimi', sv: 'Namn' }, body: {}, credits: null, modules: [], subjects: [], version: 1, ...rest });

test('a study unit of another size than its modules is told, and modules of begun subjects that are offered nowhere', () => {
  const national = read(upperSecondary);
  const subject = national.subjects.find(({ modules }) => modules.length > 0);
  const [module] = subject?.modules ?? [];
  expect(listNotices(national, [], [])).toEqual([]);
  const uri = module?.code?.uri ?? '';
  const unit = part({ code: 'BI01', credits: (module?.credits ?? 0) + 1, modules: [uri], subjects: [subject?.key ?? ''] });
  const notices = listNotices(national, [unit], []);
  expect(notices[0]).toEqual({ kind: 'credits-differ', studyUnit: { fi: 'Nimi', sv: 'Namn' }, code: 'BI01', has: (module?.credits ?? 0) + 1, needs: module?.credits });
  expect(notices.filter(({ kind }) => kind === 'module-nowhere')).toHaveLength((subject?.modules.length ?? 0) - 1);
});

test('an objective that is left out at every grade level of its stage is told, in one of them it is not', () => {
  const national = read(basicEducation);
  const subject = national.subjects.flatMap((one) => [one, ...one.syllabi]).find(({ stages }) => stages.some(({ objectives, gradeLevels }) => objectives.length > 0 && gradeLevels.length > 1));
  const stage = subject?.stages.find(({ objectives, gradeLevels }) => objectives.length > 0 && gradeLevels.length > 1);
  const omit = (gradeLevel: number) => part({ kind: 'omission', unitKey: stage?.key ?? '', gradeLevel, basisKey: stage?.objectives[0]?.key ?? '', name: {} });
  const levels = [...(stage?.gradeLevels ?? [])];
  expect(listNotices(national, levels.slice(1).map(omit), [])).toEqual([]);
  expect(listNotices(national, levels.map(omit), [])).toMatchObject([{ kind: 'objective-nowhere', label: stage?.objectives[0]?.label, gradeLevels: levels }]);
});

test('what is written in one of two languages is told, unless all of it is', () => {
  const national = { ...read(upperSecondary), languages: ['fi', 'sv'] as const };
  const text = (name: DraftPart['name']) => part({ kind: 'text', unitKey: 'x', name });
  expect(listNotices(national, [text({ fi: 'a' }), text({ fi: 'b', sv: 'b' })], [])).toEqual([{ kind: 'missing-language', language: 'sv', count: 1 }]);
  expect(listNotices(national, [text({ fi: 'a' }), text({ fi: 'b' })], [])).toEqual([]);
});

test('lesson hours are judged where any are given', () => {
  expect(listNotices(read(basicEducation), [], [{ code: 'MA', gradeLevel: 1, hours: 3 }]).every(({ kind }) => kind === 'hours')).toBe(true);
  expect(listNotices(read(basicEducation), [], [])).toEqual([]);
});
