import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type World } from '@digione/app-server/testing';
import { addDays, birthday18, fromEpochDay, toEpochDay } from '@digione/local-date';

let world: World;
let city: Builders;
beforeAll(async () => {
  world = await createWorld({ modules: [] });
  city = await world.provider('karkaus');
});
afterAll(() => world.close());

describe('coming of age', () => {
  test('is the same day in SQL as in the program, for whoever was born in these forty years', async () => {
    const days = Array.from({ length: toEpochDay('2030-01-01') - toEpochDay('1990-01-01') }, (_, index) => fromEpochDay(toEpochDay('1990-01-01') + index));
    const { rows } = await world.server.kernel.database.system.query<{ born: string; adult: string }>(`select d::text as born, (d + interval '18 years')::date::text as adult from unnest($1::date[]) d`, [days]);
    expect(rows).toHaveLength(days.length);
    expect(rows.filter(({ born, adult }) => birthday18(born) !== adult)).toEqual([]);
  });

  test('ends a guardian’s access on 28 February of a common year for who was born on the 29th', async () => {
    const [child, mother] = [await city.person({ bornOn: '2008-02-29' }), await city.person({ bornOn: '1980-01-01' })];
    await city.guardianship(mother, child);
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    const seenOn = async (day: string): Promise<number> => {
      await client.query(`select set_config('app.now', $1, false)`, [`${day}T10:00:00Z`]);
      return (await client.query('select from core_data.guardian_access where learner_id = $1', [child])).rows.length;
    };
    const adultOn = birthday18('2008-02-29');
    try {
      expect(adultOn).toBe('2026-02-28');
      expect(await seenOn(addDays(adultOn, -1))).toBe(1);
      expect(await seenOn(adultOn)).toBe(0);
    } finally {
      await client.end();
    }
  });
});
