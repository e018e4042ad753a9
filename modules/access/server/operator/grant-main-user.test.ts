import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, TEST_AUDIT_KEY, type Builders, type World } from '@digione/app-server/testing';
import { formatIdentityCode } from '@digione/identifiers';
import { checkAudit } from '@digione/platform/audit';
import { Jar } from '../testing/jar.ts';
import { StubProvider, type Answer } from '../testing/stub-provider.ts';
import { grantMainUser, GrantRefused, type GrantOptions } from './grant-main-user.ts';

const CODE = formatIdentityCode('1980-01-01', 900);
const LEARNER_NUMBER = '1.2.246.562.24.99000000011';

let stub: StubProvider;
let world: World;
let count = 0;
beforeAll(async () => {
  stub = await StubProvider.start();
  world = await createWorld({
    modules: [],
    config: {
      identityProviders: [
        stub.settings(),
        stub.settings({ key: 'suomifi', subjectClaim: 'nationalIdentificationNumber', subjectKind: 'personalIdentityCode' }),
        stub.settings({ key: 'mpassid', subjectClaim: 'learnerId', subjectKind: 'learnerNumber' }),
        stub.settings({ key: 'entra', subjectClaim: 'email', subjectKind: 'email' }),
      ],
    },
  });
});
afterAll(async () => {
  await world.close();
  await stub.stop();
});

const pool = () => world.server.kernel.database.system;

async function freshProvider(): Promise<{ city: Builders; grant: (options: Pick<GrantOptions, 'identity'> & Partial<GrantOptions>) => ReturnType<typeof grantMainUser> }> {
  const key = `city-${(count += 1)}`;
  return { city: await world.provider(key), grant: (options) => grantMainUser({ databaseUrl: world.databaseUrl, auditKey: TEST_AUDIT_KEY, now: world.clock.iso(), providerKey: key, ...options }) };
}

/** The roles somebody has who signs in so. */
async function rolesAfterSignIn(key: string, answer: Answer): Promise<string[]> {
  const jar = new Jar(world.server.app);
  const begun = await jar.get(`/sign-in/${key}`);
  await jar.get(stub.authorize(begun.location ?? '', answer));
  const me = await jar.get('/api/me');
  if (me.status !== 200) return ['nobody'];
  return JSON.parse(me.text).identities.flatMap(({ roles }: { roles: { role: string }[] }) => roles.map(({ role }) => role));
}

test('somebody who is there gets the role, and can sign in with it', async () => {
  const { city, grant } = await freshProvider();
  const personId = await city.person({ bornOn: '1980-01-01' });
  await city.insert('core_data.person_identity_code', { person_identity_code_id: personId, person_id: personId, personal_identity_code: CODE, source: 'test' });
  expect(await grant({ identity: { kind: 'identity-code', value: CODE.toLowerCase() } })).toMatchObject({ personId, isNewPerson: false });
  expect(await rolesAfterSignIn('suomifi', { sub: 'x', claims: { nationalIdentificationNumber: CODE } })).toEqual(['main-user']);
});

test('in an empty provider the person is made, by whatever proves who they are', async () => {
  const names = { newPerson: { firstNames: 'Mikko Juhani', lastName: 'Aaltonen' } };
  const byNumber = await freshProvider();
  const { personId } = await byNumber.grant({ identity: { kind: 'learner-number', value: LEARNER_NUMBER }, ...names });
  expect(await rolesAfterSignIn('mpassid', { sub: 'y', claims: { userinfo: { learnerId: LEARNER_NUMBER } } })).toContain('main-user');
  const { rows } = await pool().query('select call_name, first_names, last_name, source from core_data.person where person_id = $1', [personId]);
  expect(rows).toEqual([{ call_name: 'Mikko', first_names: 'Mikko Juhani', last_name: 'Aaltonen', source: 'operator' }]);
  const byMail = await freshProvider();
  await byMail.grant({ identity: { kind: 'email', value: 'Mikko@City.example' }, ...names });
  expect(await rolesAfterSignIn('entra', { sub: 'z', claims: { email: 'mikko@city.example', email_verified: true } })).toContain('main-user');
  const bySubject = await freshProvider();
  await bySubject.grant({ identity: { kind: 'subject', issuer: stub.issuer, value: 'admin-1' }, ...names });
  expect(await rolesAfterSignIn(stub.settings().key, { sub: 'admin-1' })).toContain('main-user');
});

test('a second main user is refused, unless forced with a reason that stays', async () => {
  const { city, grant } = await freshProvider();
  const names = { newPerson: { firstNames: 'Aino', lastName: 'Uusi' } };
  await grant({ identity: { kind: 'email', value: 'first@x.example' }, ...names });
  await expect(grant({ identity: { kind: 'email', value: 'second@x.example' }, ...names })).rejects.toThrow(/has a main user already/);
  await expect(grant({ identity: { kind: 'email', value: 'first@x.example' }, forcedBecause: 'again' })).rejects.toThrow('a main user already');
  await grant({ identity: { kind: 'email', value: 'second@x.example' }, ...names, forcedBecause: 'the first one left' });
  const { rows } = await pool().query('select reason, source from access.role_assignment where education_provider_id = $1 order by given_at, reason', [city.educationProviderId]);
  expect(rows.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['First main user, given by the operator', 'the first one left']));
});

test('two operators at once make one main user', async () => {
  const { grant } = await freshProvider();
  const both = await Promise.allSettled(['a@x.example', 'b@x.example'].map((value) => grant({ identity: { kind: 'email', value }, newPerson: { firstNames: 'A', lastName: 'B' } })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('what names nobody, several people or nothing is refused in a sentence, and nothing is kept', async () => {
  const { city, grant } = await freshProvider();
  await expect(grant({ identity: { kind: 'learner-number', value: LEARNER_NUMBER } })).rejects.toThrow(/Nobody in .* import the people first/);
  await expect(grant({ identity: { kind: 'learner-number', value: '1.2.3' } })).rejects.toThrow(GrantRefused);
  await expect(grant({ identity: { kind: 'identity-code', value: '310280-900H' } })).rejects.toThrow('no personal identity code');
  await expect(grant({ providerKey: 'nowhere', identity: { kind: 'email', value: 'a@x.example' } })).rejects.toThrow(/no education provider "nowhere": there are .*city-1/);
  for (const name of ['A', 'B']) await city.position(await city.person({ callName: name, bornOn: '1980-01-01', email: 'shared@x.example' }), 'teacher', await city.school());
  await expect(grant({ identity: { kind: 'email', value: 'shared@x.example' } })).rejects.toThrow('2 people');
  const { rows } = await pool().query('select from access.role_assignment where education_provider_id = $1', [city.educationProviderId]);
  expect(rows).toEqual([]);
});

test('the log tells whose role it was, that the operator gave it, and that it was forced', async () => {
  const { city, grant } = await freshProvider();
  const names = { newPerson: { firstNames: 'A', lastName: 'B' } };
  const first = await grant({ identity: { kind: 'email', value: 'log1@x.example' }, ...names });
  const second = await grant({ identity: { kind: 'email', value: 'log2@x.example' }, ...names, forcedBecause: 'locked out' });
  const { rows } = await pool().query('select action, basis, person_ids, object_id from audit.entry where education_provider_id = $1 order by action', [city.educationProviderId]);
  expect(rows).toEqual([
    { action: 'role-assignment.force', basis: 'operator', person_ids: [second.personId], object_id: second.roleAssignmentId },
    { action: 'role-assignment.give', basis: 'operator', person_ids: [first.personId], object_id: first.roleAssignmentId },
  ]);
  expect((await checkAudit({ databaseUrl: world.databaseUrl, auditKey: TEST_AUDIT_KEY })).faults).toEqual([]);
});
