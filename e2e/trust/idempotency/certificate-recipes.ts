import { v7 as uuidv7 } from 'uuid';
import { certificateContent } from '../city/insert-certificates.ts';
import type { Newcomers } from './newcomers.ts';
import type { Recipe } from './recipes.ts';

interface Draft {
  certificateId: string;
  content: ReturnType<typeof certificateContent>;
}

/** A draft of a newcomer that could be signed off. */
async function newDraft({ city }: Newcomers, learner: string, more: object = {}): Promise<Draft> {
  const [certificateId, content] = [uuidv7(), certificateContent(city, learner)];
  await city.builders.insert('core_data.person_identity_code', { person_identity_code_id: uuidv7(), person_id: learner, personal_identity_code: `test-${learner.slice(-8)}`, source: 'test' });
  await city.builders.insert('school_admin.certificate', {
    ...{ certificate_id: certificateId, learner_id: learner, school_id: city.idOf('school', 'hill'), school_year_id: city.schoolYearId, kind: 'interim', language: 'sv' },
    ...{ content: JSON.stringify(content), issued_on: '2026-11-24', source: 'test' },
    ...more,
  });
  return { certificateId, content };
}

/** Certificates given so far: a number stands once in a city, whoever asks for newcomers anew. */
let issuedCount = 0;

const person = 'school-secretary@hill';
const change = { issuedOn: '2026-11-25', behaviour: null, additional: null };

export const certificateRecipes: Readonly<Record<string, Recipe>> = {
  'school-admin.prepareCertificates': async (made) => {
    const body = { kind: 'resignation', language: 'fi', issuedOn: '2026-11-24', learnerIds: [await made.learner()] };
    return { person, params: { homeroomId: made.city.idOf('homeroom', '5a') }, body, otherBody: { ...body, language: 'sv' } };
  },
  'school-admin.changeCertificate': async (made) => {
    const { certificateId, content } = await newDraft(made, await made.learner());
    const body = { ...change, subjects: content.subjects };
    return { person, params: { certificateId }, ifMatch: '"v1"', body, otherBody: { ...body, additional: 'Muuta' } };
  },
  'school-admin.discardCertificate': async (made) => ({ person, params: { certificateId: (await newDraft(made, await made.learner())).certificateId } }),
  'school-admin.correctCertificate': async (made) => {
    const issued = { state: 'issued', number: `2020-${String(++issuedCount).padStart(6, '0')}`, sha256: '0'.repeat(64), issued_at: '2026-11-20T10:00:00Z', issued_by: made.city.idOf('person', 'principal@hill') };
    return { person, params: { certificateId: (await newDraft(made, await made.learner(), issued)).certificateId } };
  },
  'school-admin.issueCertificates': async (made) => {
    const { certificateId } = await newDraft(made, await made.learner());
    const body = { certificates: [{ certificateId, version: 1 }] };
    return { person: 'principal@hill', params: { schoolId: made.city.idOf('school', 'hill') }, body, otherBody: { certificates: [{ certificateId, version: 2 }] } };
  },
  'school-admin.saveCertificateTemplate': async (made) => {
    const { rows } = await made.city.builders.pool.query<{ number: number }>('select coalesce(max(number), 0)::int as number from school_admin.certificate_template where education_provider_id = $1', [made.city.educationProviderId]);
    const template = { place: {}, curriculum: {}, footer: {}, permitOn: null, signatories: 'principal', identityCode: 'all', marksInWords: true, logoText: {} };
    const body = { template, basedOn: rows[0]?.number ?? 0 };
    return { person: 'main-user', body, otherBody: { ...body, template: { ...template, marksInWords: false } } };
  },
};
