import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { listDifferences, type Json, type JsonObject } from '@digione/koski';
import { graduated, prePrimary, pupil, upperSecondaryGraduated } from '@digione/koski/testing';
import { asSystem } from '@digione/platform/db';
import { listStudyRights, ofLearner } from '@digione/school-admin/server';
import { judgeDocument, writeDocument } from './document.ts';
import { importDocument, type ImportedDocument } from './import-document.ts';
import { findLearner } from './learner.queries.ts';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const TODAY = '2026-11-24';
const within = <T>(town: Builders, work: Parameters<typeof asSystem<T>>[3]): Promise<T> => asSystem('a test', world.server.kernel.database, { educationProviderId: town.educationProviderId, source: 'koski' }, work);
const takeIn = (town: Builders, document: Json): Promise<ImportedDocument> => within(town, (tx) => importDocument(tx, document, TODAY, 'en'));
const newTown = () => world.provider(`town-${count++}`);
const send = (town: Builders, learnerId: string): Promise<JsonObject> =>
  within(town, async (tx) => {
    const learner = await findLearner(tx, learnerId);
    if (learner === undefined) throw new Error('The learner is not there.');
    return writeDocument(learner, await listStudyRights(tx, ofLearner(learnerId)));
  });
const PERSON = { hetu: '220109-784L', etunimet: 'Kaisa', kutsumanimi: 'Kaisa', sukunimi: 'Koululainen' };

describe('a document is taken back into study records', () => {
  test.each([['a graduate of basic education', graduated], ['a pupil', pupil], ['pre-primary', prePrimary], ['an upper secondary graduate', upperSecondaryGraduated]])('%s: nothing is lost, and again changes nothing', async (_, right) => {
    const town = await newTown();
    const document = { henkilö: PERSON, opiskeluoikeudet: [{ ...right(), oid: '1.2.246.562.15.00000000012', versionumero: 3 }] };
    const first = await takeIn(town, document);
    expect(first).toMatchObject({ isNewLearner: true, studyRights: [{ outcome: 'created' }], differences: [] });
    const again = await takeIn(town, document);
    expect(again).toMatchObject({ learnerId: first.learnerId, isNewLearner: false, newSchools: [], studyRights: [{ outcome: 'unchanged' }], differences: [] });
  });

  test('sent again it is ours: our source id, no version, and KOSKI would accept it', async () => {
    const town = await newTown();
    const { learnerId } = await takeIn(town, { henkilö: PERSON, opiskeluoikeudet: [graduated()] });
    const sent = await send(town, learnerId);
    expect(sent).toMatchObject({ henkilö: PERSON, opiskeluoikeudet: [{ lähdejärjestelmänId: { lähdejärjestelmä: { koodiarvo: 'DigiOne' } } }] });
    expect(judgeDocument(sent, TODAY, 'en')).toEqual([]);
  });

  test('what we had sent comes back to the same study right', async () => {
    const town = await newTown();
    const { learnerId, studyRights } = await takeIn(town, { henkilö: PERSON, opiskeluoikeudet: [pupil()] });
    const back = await takeIn(town, await send(town, learnerId));
    expect(back.studyRights).toMatchObject([{ studyRightId: studyRights[0]?.studyRightId, outcome: 'changed' }]);
  });

  test('a person of the register keeps their name: the document of an earlier name differs there alone', async () => {
    const town = await newTown();
    await town.person({ callName: 'Kaisa', lastName: 'Uusinimi', identityCode: PERSON.hetu });
    const { differences, isNewLearner } = await takeIn(town, { henkilö: PERSON, opiskeluoikeudet: [pupil()] });
    expect(isNewLearner).toBe(false);
    expect(differences).toEqual([{ path: '/henkilö/sukunimi', left: 'Koululainen', right: 'Uusinimi' }]);
  });

  test('what KOSKI would refuse today is taken in, and told', async () => {
    const town = await newTown();
    const { findings, differences } = await takeIn(town, { henkilö: PERSON, opiskeluoikeudet: [{ ...pupil(), tila: { opiskeluoikeusjaksot: [{ alku: '2020-08-10', tila: { koodiarvo: 'valmistunut', koodistoUri: 'koskiopiskeluoikeudentila' } }] } }] });
    expect(findings.length).toBeGreaterThan(0);
    expect(differences).toEqual([]);
  });

  test.each<[string, Json]>([
    ['no document', { a: 1 }],
    ['no study right', { henkilö: PERSON, opiskeluoikeudet: [] }],
    ['a form that is not kept', { henkilö: PERSON, opiskeluoikeudet: [{ tyyppi: { koodiarvo: 'ammatillinenkoulutus' } }] }],
    ['no states', { henkilö: PERSON, opiskeluoikeudet: [{ ...pupil(), tila: { opiskeluoikeusjaksot: [] } }] }],
    ['a learner without a name', { henkilö: { hetu: '010101-123N' }, opiskeluoikeudet: [pupil()] }],
  ])('%s: refused in a sentence, and nothing is there of it', async (_, document) => {
    const town = await newTown();
    await expect(takeIn(town, document)).rejects.toMatchObject({ name: 'DocumentRefused', message: expect.stringMatching(/\.$/) });
    const { rows } = await town.pool.query('select from core_data.person where education_provider_id = $1', [town.educationProviderId]);
    expect(rows).toEqual([]);
  });
});

const folder = path.resolve(import.meta.dirname, '../../../../../shared/reference/koski/documents');
if (!existsSync(folder)) console.warn(`Reference data is missing (${folder}): the tests that read it are skipped.`);

describe.skipIf(!existsSync(folder))("the register's own example documents come in and go out again without loss", () => {
  test.each(existsSync(folder) ? readdirSync(folder) : [])('%s', async (name) => {
    const town = await newTown();
    const { differences, learnerId } = await takeIn(town, JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    expect(differences).toEqual([]);
    // Sent, it says the same but for what the register itself had added and for whose it is.
    const sent = await send(town, learnerId);
    const [right] = sent['opiskeluoikeudet'] as readonly JsonObject[];
    expect(listDifferences(right?.['suoritukset'], (JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { opiskeluoikeudet: JsonObject[] }).opiskeluoikeudet[0]?.['suoritukset'])).toEqual([]);
  });
});
