import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { saarela } from '../city/cities.ts';
import { generateCity } from '../city/generate-city.ts';
import { copyBatch, isBoundByRowSecurity } from './copy.ts';
import { momentAt, seedDemo } from './seed.ts';

const now = '2026-11-24T07:20:00Z';

async function connected<T>(database: TestDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('loading the small demo', () => {
  let database: TestDatabase;
  let client: pg.Client;
  const lines: string[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    await seedDemo({ databaseUrl: database.url, size: 'small', now, log: (line) => lines.push(line) });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`select set_config('app.now', $1, false)`, [now]);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function list(sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows.map((row) => Object.values(row)[0]);
  }

  it('holds every constraint of the schema and says how much there is', async () => {
    expect(lines).toHaveLength(2);
    const again: string[] = [];
    const report = await seedDemo({ databaseUrl: database.url, size: 'small', now, log: (line) => again.push(line) });
    expect(report).toMatchObject({ providers: 2, schools: 4, learners: 810 });
    expect(report.guardians).toBeGreaterThan(950);
    expect(report.staff).toBeGreaterThan(90);
    expect(again).toEqual(['Koivulan kaupunki: already there.', 'Saarelan kunta: already there.']);
  });

  it('makes nothing when asked for nothing', async () => {
    const before = await list('select count(*) from core_data.person');
    await seedDemo({ databaseUrl: database.url, size: 'none', now, log: () => {} });
    expect(await list('select count(*) from core_data.person')).toEqual(before);
  });

  it('lets guardians see whom the law lets them see', async () => {
    const seen = (guardian: string): Promise<unknown[]> =>
      list(
        `select learner.call_name from core_data.guardian_access a
         join core_data.person guardian on guardian.education_provider_id = a.education_provider_id and guardian.person_id = a.guardian_id
         join core_data.person learner on learner.education_provider_id = a.education_provider_id and learner.person_id = a.learner_id
         where guardian.call_name || ' ' || guardian.last_name = $1 order by 1`,
        [guardian],
      );
    expect(await seen('Maria Rantanen')).toEqual(['Aino', 'Eino', 'Helmi']);
    expect(await seen('Laura Mäkelä')).toEqual(['Elli', 'Leevi']);
    expect(await seen('Jarno Heino')).toEqual(['Max']);
    expect(await seen('Sanna Heino')).toEqual(['Lumi']);
    expect(await seen('Mika Salonen')).toEqual(['Toivo']);
    expect(await seen('Pasi Turunen')).toEqual([]);
    expect(await seen('Riitta Lehtonen')).toEqual(['Oskari']);
    expect(await seen('Kari Savolainen')).toEqual([]);
  });

  it('keeps the unread counts right', async () => {
    const wrong = await list(
      `select coalesce(n.person_id, c.person_id) from
         (select education_provider_id, person_id, count(*) filter (where read_at is null) as unread from home_school.notification group by 1, 2) n
         full join home_school.unread_count c using (education_provider_id, person_id)
       where coalesce(n.unread, 0) <> coalesce(c.unread, 0)`,
    );
    expect(wrong).toEqual([]);
    expect((await list('select sum(unread)::int from home_school.unread_count'))[0]).toBeGreaterThan(0);
  });

  it('places every learner in one homeroom of the own school', async () => {
    expect(await list('select count(*)::int from core_data.current_enrolment where homeroom_id is not null')).toEqual([810]);
  });

  it('has nobody speak before today’s moment', async () => {
    expect(await list(`select count(*)::int from teaching.lesson_register where taken_at > $1`, [now])).toEqual([0]);
    expect(await list(`select count(*)::int from school_admin.absence where marked_at > $1 or explained_at > $1`, [now])).toEqual([0]);
    expect(await list(`select count(*)::int from home_school.notification where created_at > $1`, [now])).toEqual([0]);
  });
});

describe('loading under row-level security', () => {
  it('gives the same rows by way of temporary tables', async () => {
    const [direct, staged] = [await createTestDatabase(), await createTestDatabase()];
    try {
      const load = (database: TestDatabase, isBound: boolean): Promise<unknown> =>
        connected(database, async (client) => {
          await client.query('begin');
          for (const batch of generateCity(saarela, momentAt(now))) await copyBatch(client, batch, isBound);
          await client.query('commit');
        });
      // Saarela's two people known to Koivula have their accounts there.
      for (const database of [direct, staged]) {
        await connected(database, (client) => client.query('alter table access.account_identity drop constraint account_identity_account_id_fkey'));
      }
      await load(direct, false);
      await load(staged, true);
      const digest = (database: TestDatabase): Promise<unknown> =>
        connected(database, async (client) => {
          const { rows } = await client.query(`select md5(string_agg(p::text, '' order by person_id)) as people,
            (select md5(string_agg(a::text, '' order by absence_id)) from school_admin.absence a) as absences from core_data.person p`);
          return rows;
        });
      expect(await digest(staged)).toEqual(await digest(direct));
    } finally {
      await Promise.all([direct.drop(), staged.drop()]);
    }
  });

  it('notices that a superuser is not bound', async () => {
    const database = await createTestDatabase();
    try {
      expect(await connected(database, isBoundByRowSecurity)).toBe(false);
    } finally {
      await database.drop();
    }
  });
});
