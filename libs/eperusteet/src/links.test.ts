import { expect, it } from 'vitest';
import { resolveLinks } from './links.ts';
import { basicEducation, localBasicEducation, localUpperSecondary, upperSecondary, uuid } from './testing/documents.ts';
import { read } from './testing/read.ts';

const basis = read(upperSecondary).curriculum;
const local = read(localUpperSecondary).curriculum;

it('study units lead to subjects, modules and competences of the core curriculum and to the school’s own', () => {
  expect(resolveLinks(local, basis).map(({ kind, reference, target }) => [kind, reference, target?.in, target?.key])).toEqual([
    ['chapter', '1011', 'basis', 'id:1011'],
    ['subject', 'oppiaineetjaoppimaaratlops2021_bi', 'basis', 'oppiaineetjaoppimaaratlops2021_bi'],
    ['subject', 'oppiaineetjaoppimaaratlops2021_bi', 'basis', 'oppiaineetjaoppimaaratlops2021_bi'],
    ['module', 'moduulikoodistolops2021_bi1', 'basis', 'moduulikoodistolops2021_bi1'],
    ['competence', 'laajaalainenosaaminenlops2021_01', 'basis', 'laajaalainenosaaminenlops2021_01'],
    ['subject', 'ROB', 'self', 'id:900'],
    ['study-unit', 'BI1', 'self', 'id:910'],
  ]);
});

it('without the core curriculum, what the file carries of it is searched', () => {
  const links = resolveLinks(local, null);
  expect(links.filter(({ target }) => target === null).map(({ kind }) => kind)).toEqual(['chapter']);
  expect(links.every(({ target }) => target === null || target.in === 'self')).toBe(true);
});

it('a link to nothing says where it stands', () => {
  const broken = structuredClone(localUpperSecondary);
  broken.opintojaksot[0]!.moduulit[0]!.koodiUri = 'moduulikoodistolops2021_bi99';
  const loose = resolveLinks(read(broken).curriculum, basis).filter(({ target }) => target === null);
  expect(loose).toEqual([{ from: 'id:910', path: 'opintojaksot[0]', kind: 'module', reference: 'moduulikoodistolops2021_bi99', target: null }]);
});

it('local basic education leads to the objectives, contents and competences of the core curriculum', () => {
  const links = resolveLinks(read(localBasicEducation).curriculum, read(basicEducation).curriculum);
  // The school's own subject stands on nothing national.
  expect(links.filter(({ target }) => target === null).map(({ kind, reference }) => [kind, reference])).toEqual([]);
  expect(links.filter(({ kind }) => kind === 'objective').map(({ from, target }) => [from, target?.key])).toEqual([
    [`${uuid(300)}/vuosiluokka_7`, uuid(300)],
    [`${uuid(300)}/vuosiluokka_8`, uuid(300)],
  ]);
});
