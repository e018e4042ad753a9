import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listElements } from './elements.ts';
import { readCurriculum } from './read-curriculum.ts';
import { isDangerous } from './texts.ts';

const folder = resolve(import.meta.dirname, '../../../../shared/reference/eperusteet');
const isThere = existsSync(folder);
if (!isThere) console.warn(`Reference data is missing (${folder}): the tests that read it are skipped.`);

const FILES = ['lops2021-general-upper-secondary.json', 'aipe2017-basic-education-for-adults.json', 'local-curriculum-akaa-upper-secondary.json', 'pops-shaped-mock.json'];
const ODD: readonly unknown[] = [null, true, -1, 1e308, '', 'x', '<img src=x onerror=alert(1)>', '\u0000', [], [null], {}, { fi: 3 }, { fi: '<script>alert(1)</script>', sv: null }, [[[]]], { _tunniste: 'x', id: {} }];

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Goes down a random way, as deep as the numbers lead, and puts something odd there; or takes it away, or copies its neighbour over it. */
function damage(root: unknown, steps: readonly number[], how: number): void {
  let node = root;
  for (const [index, step] of steps.entries()) {
    if (!isNode(node)) return;
    const keys = Object.keys(node);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const next = node[key];
    if (index < steps.length - 1 && isNode(next) && Object.keys(next).length > 0) {
      node = next;
      continue;
    }
    const kind = how % (ODD.length + 2);
    if (kind === ODD.length) delete node[key];
    else if (kind === ODD.length + 1) node[key] = node[keys[(step + 1) % keys.length] ?? key];
    else node[key] = structuredClone(ODD[kind]);
    return;
  }
}

const wounds = fc.array(fc.tuple(fc.array(fc.nat(200), { minLength: 2, maxLength: 12 }), fc.nat(200)), { minLength: 1, maxLength: 40 });
const cuts = fc.array(fc.tuple(fc.nat(4_000_000), fc.constantFrom('', '"', '{', '}', ']', ',', '\\', '\u0000', '\ud83d', '9e999', 'null', '<script>')), { minLength: 1, maxLength: 5 });

describe.skipIf(!isThere)('published files with something broken in them', { timeout: 300_000 }, () => {
  it.each(FILES)('values that are not what they should be: %s', (file) => {
    const content = readFileSync(join(folder, file), 'utf8');
    fc.assert(
      fc.property(wounds, (list) => {
        const broken: unknown = JSON.parse(content);
        for (const [steps, how] of list) damage(broken, steps, how);
        const { curriculum, findings } = readCurriculum(JSON.stringify(broken));
        if (curriculum === null) {
          expect(findings.some(({ severity, message, advice }) => severity === 'error' && message !== '' && advice !== '')).toBe(true);
          return;
        }
        const elements = [...listElements(curriculum)];
        expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
        for (const { texts } of elements) for (const { field, text } of texts) if (field !== 'name') for (const html of Object.values(text)) expect(isDangerous(html)).toBe(false);
      }),
      { numRuns: 8 },
    );
  });

  it.each(FILES)('files that are cut and spoiled: %s', (file) => {
    const content = readFileSync(join(folder, file), 'utf8');
    fc.assert(
      fc.property(cuts, (list) => {
        let broken = content;
        for (const [at, wound] of list) {
          const place = at % broken.length;
          broken = broken.slice(0, place) + wound + broken.slice(place + (wound === '' ? 1 : 0));
        }
        const { curriculum, findings } = readCurriculum(broken);
        // Either it could still be read, or it is told where it breaks.
        expect(curriculum !== null || findings.every(({ severity, message }) => severity === 'error' && message !== '')).toBe(true);
      }),
      { numRuns: 12 },
    );
  });
});
