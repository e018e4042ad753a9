import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '@digione/app-server/testing';
import * as documents from '@digione/eperusteet/testing/documents';
import { importCurriculum } from '../testing/import-file.ts';

const KINDS = [
  ['basic education', documents.basicEducation, 'basic-education'],
  ['adults', documents.adultBasicEducation, 'adult-basic-education'],
  ['upper secondary of 2021', documents.upperSecondary, 'general-upper-secondary'],
  ['upper secondary of 2015', documents.upperSecondary2015, 'general-upper-secondary'],
  ['pre-primary', documents.prePrimary, 'pre-primary'],
  ['preparatory', documents.preparatory, null],
  ['vocational', documents.vocational, null],
  ['liberal', documents.liberalEducation, null],
  ['a local one of upper secondary', documents.localUpperSecondary, 'general-upper-secondary'],
  ['a local one of basic education', documents.localBasicEducation, 'basic-education'],
  ['a local one of 2015', documents.localUpperSecondary2015, 'general-upper-secondary'],
] as const;

let world: World;
let base: string;
let mainUser: Client;

beforeAll(async () => {
  world = await createWorld();
  const city = await world.provider('koivula');
  const person = await city.person();
  await city.role(person, 'main-user');
  mainUser = await world.signIn({ of: city, personId: person });
  base = `/api/providers/${city.educationProviderId}/curriculum`;
}, 60_000);
afterAll(() => world.close());

describe('curricula of every kind the service publishes', () => {
  test.each(KINDS)('%s comes in, or is refused with a reason, and all of it can be opened', async (_name, document, form) => {
    const before = new Set((await mainUser.get(`${base}/editions`)).body.editions.map((one: { editionId: string }) => one.editionId));
    const report = await importCurriculum(world.databaseUrl, document);
    expect(report.rows.every(({ message, code }) => message.length > 10 && !message.includes(code))).toBe(true);
    expect(report.isAccepted).toBe(true);
    const edition = (await mainUser.get(`${base}/editions`)).body.editions.find((one: { editionId: string }) => !before.has(one.editionId));
    if (form !== null) expect(edition.educationForm).toBe(form);
    const { status, body } = await mainUser.get(`${base}/editions/${edition.editionId}/subjects`);
    expect(status).toBe(200);
    for (const subject of body.subjects) {
      expect((await mainUser.get(`${base}/editions/${edition.editionId}/outline?key=${encodeURIComponent(subject.key)}`)).status).toBe(200);
      for (const unit of subject.units) expect((await mainUser.get(`${base}/editions/${edition.editionId}/unit?key=${encodeURIComponent(unit.key)}`)).status).toBe(200);
    }
    expect((await mainUser.get(`${base}/editions/${edition.editionId}/search?q=oppi&language=fi`)).status).toBe(200);
    // On top of a national one of a form of education here, a local one can be begun and looked at as a whole.
    if (edition.kind !== 'national' || edition.educationForm === null) return;
    const { draftId } = (await mainUser.post(`${base}/drafts`, { basisEditionId: edition.editionId, name: { fi: 'Oma' } })).body;
    expect((await mainUser.get(`${base}/drafts/${String(draftId)}`)).status).toBe(200);
    expect((await mainUser.get(`${base}/drafts/${String(draftId)}/review`)).status).toBe(200);
  });
});
