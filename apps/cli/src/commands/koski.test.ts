import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readTyped } from '../command.ts';
import { koski } from './koski.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione koski-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCHOOL = { oid: '1.2.246.562.10.14613773812' };
const code = (koodiarvo: string, koodistoUri: string): object => ({ koodiarvo, koodistoUri });
const right = {
  oppilaitos: SCHOOL,
  tyyppi: code('esiopetus', 'opiskeluoikeudentyyppi'),
  tila: { opiskeluoikeusjaksot: [{ alku: '2026-08-06', tila: code('lasna', 'koskiopiskeluoikeudentila') }] },
  suoritukset: [
    { koulutusmoduuli: { tunniste: code('001101', 'koulutus'), perusteenDiaarinumero: '102/011/2014' }, toimipiste: SCHOOL, suorituskieli: code('FI', 'kieli'), tyyppi: code('esiopetuksensuoritus', 'suorituksentyyppi') },
  ],
};
const document = { henkilö: { oid: '1.2.246.562.24.00000000019' }, opiskeluoikeudet: [right] };
const graduated = { ...document, opiskeluoikeudet: [{ ...right, tila: { opiskeluoikeusjaksot: [...right.tila.opiskeluoikeusjaksot, { alku: '2027-05-29', tila: code('valmistunut', 'koskiopiskeluoikeudentila') }] } }] };

async function run(content: string | object, ...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const file = join(folder, 'document.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  let [out, error] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    error += String(text);
  });
  try {
    const exitCode = await koski.run(readTyped(koski, args.length > 0 && args[0] === 'validate' ? args : ['validate', file, ...args]), () => {
      throw new Error('Validating needs no configuration');
    });
    return { code: exitCode, out, error };
  } finally {
    vi.restoreAllMocks();
  }
}

describe('digione koski validate', () => {
  test('an accepted document: an empty array, exit code 0', async () => {
    expect(await run(document, '--json')).toEqual({ code: 0, out: '[]\n', error: '' });
    expect(await run(document)).toMatchObject({ code: 0, out: 'KOSKI would accept this document.\n' });
  });

  test('a refused document: keys and sentences, exit code 1', async () => {
    const { code: exitCode, out } = await run(graduated, '--json', '--language', 'en');
    expect(JSON.parse(out)).toEqual([{ key: 'badRequest.validation.tila.vahvistusPuuttuu', message: 'The study right is graduated, yet a record is not confirmed.' }]);
    expect(exitCode).toBe(1);
    expect((await run(graduated)).out).toBe('badRequest.validation.tila.vahvistusPuuttuu\n  Opiskeluoikeus on valmistunut, mutta suoritukselta puuttuu vahvistus.\n  /opiskeluoikeudet/0\n');
  });

  test('a fault of structure tells where', async () => {
    const { code: exitCode, out } = await run({ ...document, muuta: 1 }, '--json');
    expect(JSON.parse(out)).toMatchObject([{ key: 'badRequest.validation.jsonSchema', message: [{ path: '/muuta', error: { errorType: 'unexpectedProperty' } }] }]);
    expect(exitCode).toBe(1);
    expect((await run({ ...document, muuta: 1 }, '--language', 'sv')).out).toBe('badRequest.validation.jsonSchema\n  KOSKI känner inte till den här uppgiften på det här stället.\n  /muuta\n');
  });

  test('what is no JSON is refused as KOSKI does', async () => {
    expect(JSON.parse((await run('{', '--json')).out)).toMatchObject([{ key: 'badRequest.format.json' }]);
  });

  test('an example that KOSKI’s rules no longer take is looked at for its structure', async () => {
    expect(await run({ ...graduated, ignoreKoskiValidator: true })).toMatchObject({ code: 0 });
  });

  test('what is known besides comes from options', async () => {
    expect(JSON.parse((await run(document, '--json', '--empty-store')).out)).toMatchObject([{ key: 'notFound.oppijaaEiLöydy' }]);
    expect(JSON.parse((await run(document, '--json', '--caller', 'service')).out)).toMatchObject([{ key: 'forbidden.lähdejärjestelmäIdPuuttuu' }]);
    const organisations = join(folder, 'organisations.json');
    writeFileSync(organisations, JSON.stringify({ organisaatiot: [] }));
    expect(JSON.parse((await run(document, '--json', '--organisations', organisations)).out)).toMatchObject([{ message: [{ error: { errorType: 'unknownOrganisation' } }, {}] }]);
  });

  test('the day may be chosen', async () => {
    const early = { ...document, opiskeluoikeudet: [{ ...right, lisätiedot: { erityisenTuenPäätökset: [{ alku: '2026-08-06', opiskeleeToimintaAlueittain: false }] } }] };
    expect(await run(early, '--as-of', '2026-08-31')).toMatchObject({ code: 0 });
    expect(await run(early, '--as-of', '2026-09-01')).toMatchObject({ code: 1 });
  });

  test('a missing file: one sentence, exit code 2', async () => {
    const ended = await run('', 'validate', join(folder, 'nowhere.json'));
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.error).toMatch(/nowhere\.json cannot be read/);
  });

  test.each([[['dance']], [['validate']], [['validate', 'a', 'b']], [['validate', 'a', '--caller', 'nobody']], [['validate', 'a', '--language', 'de']], [['validate', 'a', '--as-of', 'today']]])('%j is answered with the usage', async (args) => {
    writeFileSync(join(folder, 'a'), '{}');
    await expect(koski.run(readTyped(koski, args.map((arg) => (arg === 'a' ? join(folder, 'a') : arg))), () => Promise.reject(new Error('no')) as never)).rejects.toThrow(/koski validate FILE|Give one file|--\w+/);
  });
});
