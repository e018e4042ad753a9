import { describe, expect, it } from 'vitest';
import { compareCurricula } from './compare-curricula.ts';
import { listElements } from './elements.ts';
import { basicEducation, text, upperSecondary, uuid } from './testing/documents.ts';
import { read } from './testing/read.ts';

const before = read(upperSecondary).curriculum;

/** The curriculum after something was done to its document. */
function after(change: (document: typeof upperSecondary) => void) {
  const document = structuredClone(upperSecondary);
  change(document);
  return compareCurricula(before, read(document).curriculum);
}

const moduleOf = (document: typeof upperSecondary) => document.lops2019.oppiaineet[0]!.moduulit[0]!;

describe('two versions of a curriculum', () => {
  it('that are the same, and blanks and order alone, are no change', () => {
    expect(after(() => undefined).changes).toEqual([]);
    const moved = after((document) => {
      const module = moduleOf(document);
      module.nimi.fi = ' Elämä ja  evoluutio';
      module.tavoitteet.tavoitteet.reverse();
      module.kuvaus.fi = '<p>Perehdytään.</p>\n<p>&nbsp;</p>';
    });
    expect(moved.changes).toEqual([]);
  });

  it('differ by a text, in one language', () => {
    const { changes, counts } = after((document) => {
      moduleOf(document).tavoitteet.tavoitteet[0] = text('ymmärtää elämän', 'känner till livet', uuid(712));
    });
    expect(counts).toEqual({ added: 0, removed: 0, changed: 1, rekeyed: 0 });
    expect(changes).toMatchObject([
      {
        ...{ change: 'changed', kind: 'objective', key: uuid(712), name: { fi: 'ymmärtää elämän' } },
        trail: [
          { kind: 'subject', label: 'BI', name: { fi: 'Biologia' } },
          { kind: 'module', label: 'BI1', name: { fi: 'Elämä ja evoluutio' } },
        ],
        fields: [{ field: 'name', language: 'fi', before: 'tuntee elämän', after: 'ymmärtää elämän' }],
      },
    ]);
  });

  it('differ by credits and by a translation that came or went', () => {
    const { changes } = after((document) => {
      moduleOf(document).laajuus = 3;
      moduleOf(document).nimi = text('Elämä ja evoluutio', 'Liv och evolution');
    });
    expect(changes).toMatchObject([
      {
        key: 'moduulikoodistolops2021_bi1',
        fields: [
          { field: 'credits', language: null, before: '2', after: '3' },
          { field: 'name', language: 'sv', before: null, after: 'Liv och evolution' },
        ],
      },
    ]);
  });

  it('differ by parts added and removed, with their texts', () => {
    const { changes, counts } = after((document) => {
      moduleOf(document).tavoitteet.tavoitteet.splice(1, 1, text('osaa mitata', undefined, uuid(790)));
    });
    expect(counts).toEqual({ added: 1, removed: 1, changed: 0, rekeyed: 0 });
    expect(changes.map(({ change, fields }) => [change, fields[0]?.before, fields[0]?.after])).toEqual([
      ['added', null, 'osaa mitata'],
      ['removed', 'osaa kysyä', null],
    ]);
  });

  it('follow a part whose text stayed and whose key did not', () => {
    const { changes } = after((document) => {
      moduleOf(document).tavoitteet.tavoitteet[1] = text('osaa kysyä', undefined, uuid(791));
    });
    expect(changes).toMatchObject([{ change: 'rekeyed', key: uuid(791), formerKey: uuid(713), fields: [] }]);
  });

  it('differ by a module that moved to a syllabus', () => {
    const { changes } = after((document) => {
      const [biology] = document.lops2019.oppiaineet;
      biology!.oppimaarat[0]!.moduulit = biology!.moduulit.splice(0) as never;
    });
    expect(changes).toMatchObject([{ change: 'changed', kind: 'module', fields: [{ field: 'parent', before: 'oppiaineetjaoppimaaratlops2021_bi', after: 'oppiaineetjaoppimaaratlops2021_bik' }] }]);
  });

  it('differ by criteria', () => {
    const document = structuredClone(basicEducation);
    document.perusopetus.oppiaineet[0]!.oppimaarat[0]!.vuosiluokkakokonaisuudet[0]!.tavoitteet[0]!.arvioinninkohteet[0]!.osaamisenKuvaus = text('Lukee kaikkea.');
    expect(compareCurricula(read(basicEducation).curriculum, read(document).curriculum).changes).toMatchObject([
      { kind: 'criterion', label: '9', fields: [{ field: 'text', language: 'fi', before: '<p>Lukee paljon.</p><p>Kertoo lukemastaan.</p>', after: '<p>Lukee kaikkea.</p>' }] },
    ]);
  });
});

it('elements come parents first, in the order of the document', () => {
  const seen = new Set<string>();
  for (const [index, element] of [...listElements(before)].entries()) {
    expect(element.order).toBe(index);
    expect(element.parentKey === null || seen.has(element.parentKey)).toBe(true);
    seen.add(element.key);
  }
  expect(seen.size).toBe(14);
});
