import { expect, test } from 'vitest';
import type { SubjectLine, UnitOfSubject } from '../../contract/index.ts';
import { outlineOf } from './outline.ts';

const unit = (key: string, kind: UnitOfSubject['kind'], rest: Partial<UnitOfSubject> = {}): UnitOfSubject => ({ key, kind, label: key, name: null, gradeLevels: [], credits: 2, code: null, isCompulsory: null, modules: [], ...rest });
const subject = (key: string, units: UnitOfSubject[]): SubjectLine => ({ key, parentKey: null, code: key, name: null, units });
const BI1 = unit('bi1', 'module', { code: 'uri_bi1' });
const BI2 = unit('bi2', 'module', { code: 'uri_bi2' });
const national = { editionId: 'national', subjects: [subject('bi', [BI1, BI2]), subject('ge', [])] };
const both = unit('BI01', 'study-unit', { modules: ['uri_bi1', 'uri_bi2'] });
const own = unit('BI07', 'study-unit');
const local = { editionId: 'local', subjects: [subject('bi', [both, own])] };

test('study units of the local curriculum stand under each national module they are made of, the school’s own by themselves', () => {
  const { modules, studyUnits } = outlineOf('bi', national, [local]);
  expect(modules.map((one) => [one.editionId, one.unit.key, one.studyUnits.map(({ editionId, unit: { key } }) => `${editionId} ${key}`)])).toEqual([
    ['national', 'bi1', ['local BI01']],
    ['national', 'bi2', ['local BI01']],
  ]);
  expect(studyUnits).toEqual([{ editionId: 'local', unit: own }]);
});

test('from the local curriculum the national modules are seen the same way', () => {
  expect(outlineOf('bi', local, [national])).toEqual(outlineOf('bi', national, [local]));
});

test('a local curriculum that carries modules itself shows its own, and the national ones it names besides', () => {
  const carrying = { editionId: 'local', subjects: [subject('bi', [BI1, both])] };
  expect(outlineOf('bi', carrying, [national]).modules.map(({ editionId, unit: one }) => `${editionId} ${one.key}`)).toEqual(['local bi1', 'national bi2']);
});

test('a subject of neither has nothing', () => {
  expect(outlineOf('xx', national, [local])).toEqual({ modules: [], studyUnits: [] });
});

test('a local subject that gathers modules of a national subject of another name shows them, and the national subject its study units', () => {
  const gathering = { editionId: 'local', subjects: [subject('own', [both])] };
  expect(outlineOf('own', gathering, [national]).modules.map(({ editionId, unit: one }) => `${editionId} ${one.key}`)).toEqual(['national bi1', 'national bi2']);
  expect(outlineOf('bi', national, [gathering]).modules.map(({ studyUnits }) => studyUnits.length)).toEqual([1, 1]);
});
