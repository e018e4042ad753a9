import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listElements } from './elements.ts';
import { describeFinding } from './finding.ts';
import { findJsonFault } from './json-fault.ts';
import { MESSAGES } from './messages.ts';
import { readCurriculum, readCurriculumFile } from './read-curriculum.ts';
import { adultBasicEducation, basicEducation, localBasicEducation, localUpperSecondary, text, upperSecondary, uuid } from './testing/documents.ts';
import { brief, read } from './testing/read.ts';

const refusal = (input: Uint8Array | string, limits = {}): string => {
  const { curriculum, findings } = readCurriculum(input, limits);
  expect(curriculum).toBeNull();
  expect(findings).toHaveLength(1);
  return `${findings[0]?.code ?? ''} ${findings[0]?.value ?? ''}`.trim();
};

describe('files that are refused, each with its reason', { timeout: 60_000 }, () => {
  const whole = JSON.stringify(upperSecondary, null, 1);

  it('half a file, wherever it is cut', () => {
    expect(refusal(whole.slice(0, whole.length / 2))).toMatch(/^cut-off \d+$/);
    for (let end = 2; end < whole.length - 1; end += 97) expect(refusal(whole.slice(0, end))).toMatch(/^cut-off/);
    expect(refusal(Buffer.from(whole.slice(0, whole.indexOf('ä') + 1)).subarray(0, -1))).toMatch(/^cut-off/);
  });

  it('JSON that was edited by hand and broken, with the line', () => {
    expect(refusal('{\n"id": 1,\n"nimi" {}\n}')).toBe('not-json 3');
    expect(refusal('hello')).toBe('not-json 1');
    expect(refusal('{"id": 1}}')).toBe('not-json 1');
    expect(refusal('{"id": 1,\n "nimi": {"fi": "a\nb"}}')).toBe('not-json 2');
    expect(refusal('{"id": [1,\n],\n "nimi": 1}')).toBe('not-json 2');
    expect(refusal('{"id": 01}')).toBe('not-json 1');
  });

  it('nothing, blanks, other kinds of files', () => {
    expect(refusal('')).toBe('empty');
    expect(refusal(' \n\t')).toBe('empty');
    expect(refusal(Buffer.from('\uFEFF'))).toBe('empty');
    expect(refusal(Buffer.from('%PDF-1.7 …'))).toBe('not-a-curriculum PDF');
    expect(refusal(Buffer.from([0x50, 0x4b, 3, 4, 20]))).toBe('not-a-curriculum ZIP');
    expect(refusal(Buffer.from([0x1f, 0x8b, 8, 0]))).toBe('not-a-curriculum GZIP');
    expect(refusal('\n<!DOCTYPE html><html></html>')).toBe('not-a-curriculum HTML');
    expect(refusal('<?xml version="1.0"?>')).toBe('not-a-curriculum XML');
  });

  it('JSON that is something else', () => {
    expect(refusal('[1, 2]')).toBe('not-a-curriculum JSON [2]');
    expect(refusal('null')).toBe('not-a-curriculum JSON');
    expect(refusal('{"openapi": "3.0.1"}')).toBe('not-a-curriculum OpenAPI');
    expect(refusal('{"data": [], "sivu": 0}')).toBe('not-a-curriculum JSON {data, sivu}');
    expect(refusal('{"__proto__": {"nimi": 1, "lops2019": {}}}')).toMatch(/^not-a-curriculum/);
  });

  it('nesting without end, without a stack that overflows', () => {
    expect(refusal('['.repeat(1_000_000))).toBe('too-deep > 200');
    expect(refusal(`${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`)).toBe('too-deep > 200');
    expect(refusal(`{"nimi":{},"lops2019":{"oppiaineet":[${'{},'.repeat(600_000)}{}]}}`)).toBe('too-large > 500000 {}');
    let chapters: unknown[] = [];
    for (let depth = 0; depth < 90; depth++) chapters = [{ id: depth, perusteenOsa: { id: depth, nimi: { fi: `${depth}` } }, lapset: chapters }];
    const deep = { ...upperSecondary, lops2019: { ...upperSecondary.lops2019, sisalto: { lapset: chapters } } };
    expect(read(deep).curriculum.chapters).toHaveLength(1);
  });

  it('files that are too large, before they are read', async () => {
    expect(refusal(whole, { bytes: 1000 })).toBe('too-large 1 MB');
    const folder = await mkdtemp(join(tmpdir(), 'digione-curriculum-'));
    try {
      const path = join(folder, 'large.json');
      // 200 MB on paper, nothing on the disk.
      const file = await open(path, 'w');
      await file.truncate(200 * 2 ** 20);
      await file.close();
      expect((await readCurriculumFile(path)).findings).toMatchObject([{ code: 'too-large', value: '200 MB' }]);
      expect((await readCurriculumFile(join(folder, 'missing.json'))).findings).toMatchObject([{ code: 'not-found' }]);
      expect((await readCurriculumFile(folder)).findings).toMatchObject([{ code: 'not-found' }]);
      await writeFile(path, whole);
      expect((await readCurriculumFile(path)).curriculum?.key).toBe('national:6828810');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('what is read all the same', { timeout: 60_000 }, () => {
  it('other encodings, with a word about them', () => {
    const source = JSON.stringify(upperSecondary);
    expect(readCurriculum(Buffer.from(`\uFEFF${source}`)).findings).toEqual([]);
    expect(readCurriculum(Buffer.from(`\uFEFF${source}`, 'utf16le')).findings).toEqual([]);
    const western = readCurriculum(Buffer.from(source, 'latin1'));
    expect(western.curriculum?.subjects[0]?.modules[0]?.name).toEqual({ fi: 'Elämä ja evoluutio' });
    expect(brief(western.findings)).toEqual(['encoding ']);
  });

  it('values of the wrong kind cost themselves', () => {
    const odd = structuredClone(upperSecondary) as unknown as Record<string, unknown> & typeof upperSecondary;
    Object.assign(odd, { voimassaoloAlkaa: 'ensi syksynä', kielet: { fi: true }, nimi: 'Lukio', siirtymaPaattyy: 1e300 });
    const [biology] = odd.lops2019.oppiaineet;
    Object.assign(biology!.moduulit[0]!, { laajuus: 'kaksi', pakollinen: 'kyllä', sisallot: { kohde: 1 }, kuvaus: ['x'] });
    Object.assign(biology!, { oppimaarat: [null, 7, 'x', []], tehtava: { kuvaus: { fi: 7, xx: 'tere' } } });
    const { curriculum, findings } = read(odd);
    expect(curriculum).toMatchObject({ name: { fi: 'Lukio' }, validFrom: null, languages: [], transitionUntil: null });
    expect(curriculum.subjects[0]?.modules[0]).toMatchObject({ credits: null, isCompulsory: null, contentAreas: [], objectives: [{ key: uuid(712) }, { key: uuid(713) }] });
    expect(brief(findings).toSorted()).toEqual([
      'bad-date siirtymaPaattyy',
      'bad-date voimassaoloAlkaa',
      'bad-number lops2019.oppiaineet[0].moduulit[0].laajuus',
      'unknown-language lops2019.oppiaineet[0].tehtava.kuvaus',
      'unknown-part lops2019.oppiaineet[0].moduulit[0].kuvaus',
      'without-language nimi',
      'wrong-kind kielet',
      'wrong-kind lops2019.oppiaineet[0].moduulit[0].pakollinen',
      'wrong-kind lops2019.oppiaineet[0].moduulit[0].sisallot',
      'wrong-kind lops2019.oppiaineet[0].oppimaarat[1]',
      'wrong-kind lops2019.oppiaineet[0].oppimaarat[2]',
      'wrong-kind lops2019.oppiaineet[0].tehtava.kuvaus',
    ]);
  });

  it('references to nothing, which are kept and told', () => {
    const loose = structuredClone(basicEducation);
    loose.perusopetus.oppiaineet[0]!.oppimaarat[0]!.vuosiluokkakokonaisuudet[0]!.tavoitteet[0]!.laajattavoitteet = ['100', '999'];
    const { curriculum, findings } = read(loose);
    expect(curriculum.subjects[0]?.syllabi[0]?.stages[0]?.objectives[0]?.competences).toEqual([uuid(100), '999']);
    expect(findings).toMatchObject([{ code: 'unresolved-reference', value: '999', severity: 'warning' }]);
  });

  it('parts that share an identifier, each under a key of its own', () => {
    const twins = structuredClone(upperSecondary);
    const [biology] = twins.lops2019.oppiaineet;
    biology!.moduulit.push(structuredClone(biology!.moduulit[0]!), structuredClone(biology!.moduulit[0]!));
    const { curriculum, findings } = read(twins);
    const keys = [...listElements(curriculum)].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(findings.every(({ code }) => code === 'duplicate-key')).toBe(true);
  });

  it('texts with program code, without the code', () => {
    const poisoned = structuredClone(upperSecondary);
    Object.assign(poisoned.lops2019.oppiaineet[0]!.tehtava, { kuvaus: text('<p onclick="steal()">Hyvä <script>alert(1)</script><a href="javascript:x()">linkki</a></p>') });
    const { curriculum, findings } = read(poisoned);
    expect(curriculum.subjects[0]?.sections.find(({ kind }) => kind === 'tehtava')?.text).toEqual({ fi: '<p>Hyvä linkki</p>' });
    expect(brief(findings)).toEqual(['dangerous-html lops2019.oppiaineet[0].tehtava.kuvaus.fi']);
  });

  it('texts with signs that no database takes, without them', () => {
    const source = JSON.stringify(upperSecondary).replace('"fi":"Biologia"', String.raw`"fi":"Bio\u0000lo\u001b\ud83dgia \ud83c\udf31\tx","o\u0000uto":{"fi":"<p>y\u0007</p>"}`);
    const { curriculum } = readCurriculum(source);
    expect(curriculum?.subjects[0]?.name).toEqual({ fi: 'Biologia 🌱 x' });
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(JSON.stringify(curriculum)).not.toMatch(/\\u00|\\ud[89a-f]|[\u0000-\u001f]/);
    expect(readCurriculum(JSON.stringify(upperSecondary).replace('Biologia', 'Bio\ud83dlogia')).curriculum?.subjects[0]?.name).toEqual({ fi: 'Biologia' });
  });

  it('texts without end, without the text', () => {
    const endless = structuredClone(upperSecondary);
    Object.assign(endless.lops2019.oppiaineet[0]!.tehtava, { kuvaus: text('<b>'.repeat(200_000), 'kort') });
    const { curriculum, findings } = read(endless);
    expect(curriculum.subjects[0]?.sections.find(({ kind }) => kind === 'tehtava')?.text).toEqual({ sv: '<p>kort</p>' });
    expect(brief(findings)).toEqual(['too-long lops2019.oppiaineet[0].tehtava.kuvaus.fi']);
  });

  it('names that would poison objects', () => {
    const source = JSON.stringify(upperSecondary).replace('"fi":"Biologia"', '"__proto__":{"fi":"x"},"constructor":"y","fi":"Biologia"');
    expect(readCurriculum(source).curriculum?.subjects[0]?.name).toEqual({ fi: 'Biologia' });
    expect(Object.hasOwn(Object.prototype, 'fi')).toBe(false);
  });
});

/** Replaces values of a document at random places. */
const damaged = (document: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 6 }).map((damages) => {
    const copy: unknown = structuredClone(document);
    for (const [at, value] of damages) {
      const places: Array<readonly [Record<string, unknown>, string]> = [];
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return;
        for (const key of Object.keys(node)) {
          places.push([node as Record<string, unknown>, key]);
          visit((node as Record<string, unknown>)[key]);
        }
      };
      visit(copy);
      const place = places[at % places.length];
      if (place) place[0][place[1]] = value;
    }
    return copy;
  });

describe('whatever is in a file', { timeout: 60_000 }, () => {
  it.each([
    ['basic education', basicEducation],
    ['adult basic education', adultBasicEducation],
    ['upper secondary', upperSecondary],
    ['local upper secondary', localUpperSecondary],
    ['local basic education', localBasicEducation],
  ])('reading never throws and keys stay unique: %s', (_name, document) => {
    fc.assert(
      fc.property(damaged(document), (broken) => {
        const { curriculum, findings } = readCurriculum(JSON.stringify(broken));
        expect(curriculum !== null || findings.some(({ severity }) => severity === 'error')).toBe(true);
        if (!curriculum) return;
        const keys = [...listElements(curriculum)].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 150 },
    );
  });

  it('the place of a fault is where a parser stops', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', '\\u', '{', '}', '[', ']', ',', ':', '"', 'x', '1', '\n', '\\'), (json, at, wound) => {
        const place = at % (json.length + 1);
        const broken = json.slice(0, place) + wound + json.slice(place + 1);
        const isJson = ((): boolean => {
          try {
            JSON.parse(broken);
            return true;
          } catch {
            return false;
          }
        })();
        fc.pre(!isJson);
        const fault = findJsonFault(broken);
        // What stands before the fault can be completed to JSON, so the fault is never told too late.
        expect(fault).toBeLessThanOrEqual(broken.length);
        expect(fault).toBeGreaterThanOrEqual(Math.min(place, broken.length) - 6);
      }),
      { numRuns: 500 },
    );
  });

  it('reading random bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readCurriculum(bytes)).toMatchObject({ curriculum: null, findings: [{ severity: 'error' }] });
      }),
    );
  });
});

describe('findings', { timeout: 60_000 }, () => {
  it('are told in three languages, with the value where one is promised', () => {
    for (const [code, sentences] of Object.entries(MESSAGES)) {
      const promised = (['fi', 'sv', 'en'] as const).map((language) => sentences[language].join(' ').includes('{value}'));
      expect([code, new Set(promised).size]).toEqual([code, 1]);
    }
    expect(describeFinding({ code: 'cut-off', value: '12' }, 'fi')).toEqual({ what: 'Tiedosto loppuu kesken (rivi 12).', advice: 'Lataa tiedosto uudelleen: siirto on luultavasti katkennut.' });
    expect(describeFinding({ code: 'not-found', value: '$&' }, 'sv').what).toBe('Filen finns inte: $&.');
  });

  it('stay few however many there are', () => {
    const many = { ...upperSecondary, ...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`osa${index}`, { x: 1 }])) };
    const { findings } = read(many);
    expect(findings.length).toBe(501);
    expect(findings.at(-1)).toMatchObject({ code: 'more-findings', count: 2500 });
  });
});
