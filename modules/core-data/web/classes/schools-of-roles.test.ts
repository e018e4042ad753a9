import { expect, test } from 'vitest';
import { schoolsOfRoles } from './schools-of-roles.ts';

const OFFICE = ['principal', 'school-secretary'];
const at = (role: string, schoolId: string | null) => ({ role, schoolId, schoolName: schoolId === null ? null : { fi: `Koulu ${schoolId}` } });

test('a school is named once, however many roles are held there', () => {
  const { named, everywhere } = schoolsOfRoles([{ educationProviderId: 'koivula', roles: [at('principal', 'a'), at('school-secretary', 'a'), at('principal', 'b'), at('teacher', 'c')] }], OFFICE);
  expect(named.map(({ schoolId }) => schoolId)).toEqual(['a', 'b']);
  expect(everywhere).toBeUndefined();
});

test('a role over all schools opens all of its city’s, beside those of another city', () => {
  const roles = schoolsOfRoles(
    [
      { educationProviderId: 'koivula', roles: [at('school-secretary', 'a'), at('school-secretary', null)] },
      { educationProviderId: 'saarela', roles: [at('principal', 's')] },
    ],
    OFFICE,
  );
  expect(roles).toEqual({ everywhere: 'koivula', named: [{ educationProviderId: 'saarela', schoolId: 's', name: { fi: 'Koulu s' } }] });
});

test('another role over all schools opens no class', () => {
  expect(schoolsOfRoles([{ educationProviderId: 'koivula', roles: [at('expert', null), at('vendor', null)] }], OFFICE)).toEqual({ named: [], everywhere: undefined });
});
