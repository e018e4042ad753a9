import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { saarela } from '../city/cities.ts';
import { generateCity } from '../city/generate-city.ts';
import { copyBatch, isBoundByRowSecurity } from './copy.ts';
import { momentAt } from '../city/moment.ts';
import { seedDemo } from './seed.ts';

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

describe('a demo that was loaded on an earlier day', () => {
  const register = `select count(*)::int from teaching.lesson_register where held_on = $1`;

  it('lives on to today, and leaves alone what people have done', async () => {
    const database = await createTestDatabase();
    try {
      const lines: string[] = [];
      const load = (at: string): Promise<unknown> => seedDemo({ databaseUrl: database.url, size: 'small', now: at, log: (line) => lines.push(line) });
      // Tuesday morning; then the Monday of the week after, which in life would be within the Christmas break.
      await load('2026-12-15T08:00:00Z');
      await connected(database, async (client) => {
        const count = async (sql: string, values: readonly unknown[] = []): Promise<unknown> => Object.values((await client.query<Record<string, unknown>>(sql, [...values])).rows[0] ?? {})[0];
        const explained = await client.query(`update school_admin.absence set absence_type_id = (select absence_type_id from school_admin.absence_type t where t.education_provider_id = absence.education_provider_id and code = 'other')
          where absence_type_id is null and kind = 'absent' returning absence_id`);
        expect(explained.rowCount).toBeGreaterThan(10);
        expect(await count(register, ['2026-12-15'])).toBeLessThan(120);
        await load('2026-12-28T08:00:00Z');
        expect(lines.slice(-2)).toEqual([expect.stringMatching(/^Koivulan kaupunki: lived on from 2026-12-15, \d{4} registers\.$/), expect.stringMatching(/^Saarelan kunta: lived on/)]);
        expect(await count(register, ['2026-12-15'])).toBeGreaterThan(190);
        expect(await count(register, ['2026-12-18'])).toBeGreaterThan(190);
        expect(await count(register, ['2026-12-28'])).toBeGreaterThan(20);
        expect(await count(`select count(*)::int from core_data.school_break where valid @> date '2026-12-28'`)).toBe(0);
        expect(await count(`select count(*)::int from school_admin.absence where absence_id = any($1) and absence_type_id is null`, [explained.rows.map((row: { absence_id: string }) => row.absence_id)])).toBe(0);
        expect(await count(`select count(*)::int from school_admin.absence where held_on > date '2026-12-15' and absence_type_id is null and kind = 'absent'`)).toBeGreaterThan(10);
        expect(await count(`select count(*)::int from home_school.unread_count c where unread <>
          (select count(*) from home_school.notification n where n.education_provider_id = c.education_provider_id and n.person_id = c.person_id and read_at is null)`)).toBe(0);
        await load('2026-12-28T08:00:00Z');
        expect(lines.slice(-2)).toEqual(['Koivulan kaupunki: already there.', 'Saarelan kunta: already there.']);
        await load('2027-10-04T08:00:00Z');
        expect(lines.at(-2)).toContain('in the school year 2026–2027');
      });
    } finally {
      await database.drop();
    }
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
