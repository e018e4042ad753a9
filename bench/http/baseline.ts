/** The yardstick: Fastify, one pool, one primary-key query; no session, no rights, no audit. Run as a process of its own. */
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const { rows } = await pool.query<{ provider: string; person: string }>('select education_provider_id as provider, person_id as person from core_data.person limit 2000');
let at = 0;
const app = fastify();
app.get('/baseline', async () => {
  const one = rows[at++ % rows.length];
  const found = await pool.query({
    name: 'baseline',
    text: 'select call_name, last_name from core_data.person where education_provider_id = $1 and person_id = $2',
    values: [one?.provider, one?.person],
  });
  return found.rows[0];
});
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
process.on('SIGTERM', () => process.exit(0));
