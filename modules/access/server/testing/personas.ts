import { v7 as uuidv7 } from 'uuid';
import type { World } from '@digione/app-server/testing';
import { DEMO_ISSUER, type Persona } from '../options.ts';

const persona = (key: string, name: string, role: string): Persona => ({ key, name, role, providerKey: 'koivula', description: { fi: `${name}, ${role}`, sv: `${name}, ${role}`, en: `${name}, ${role}` } });

export const PERSONAS: readonly Persona[] = [persona('teacher', 'Aino Opettaja', 'teacher'), persona('main-user', 'Mikko Pääkäyttäjä', 'main-user')];

export interface SeededPerson {
  accountId: string;
  personId: string;
}

/** A demo provider with the personas in it. */
export async function seedPersonas(world: World) {
  const koivula = await world.provider('koivula');
  const pool = world.server.kernel.database.system;
  await pool.query('update core_data.education_provider set is_demo = true where education_provider_id = $1', [koivula.educationProviderId]);
  const seed = async (key: string, callName: string, lastName: string): Promise<SeededPerson> => {
    const accountId = uuidv7();
    const personId = await koivula.person({ callName, lastName, bornOn: '1980-01-01' });
    await pool.query('insert into access.account (account_id, persona_key) values ($1, $2)', [accountId, key]);
    await pool.query('insert into access.account_login (issuer, subject, account_id) values ($1, $2, $3)', [DEMO_ISSUER, key, accountId]);
    await koivula.insert('access.account_identity', { person_id: personId, account_id: accountId, source: 'test' });
    return { accountId, personId };
  };
  const teacher = await seed('teacher', 'Aino', 'Opettaja');
  const mainUser = await seed('main-user', 'Mikko', 'Pääkäyttäjä');
  const school = await koivula.school('Koivulan koulu');
  await koivula.position(teacher.personId, 'teacher', school);
  await koivula.role(mainUser.personId, 'main-user');
  return { koivula, school, teacher, mainUser };
}
