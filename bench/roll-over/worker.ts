// One server process's work on roll-overs, by itself: killed without warning by run.ts, and started again.
import { Database } from '@digione/platform/db';
import { clockStartingAt } from '@digione/platform/time';
import { workRollOver } from '@digione/school-admin/server';

const [url = '', provider = '', ...runs] = process.argv.slice(2);
const database = new Database({ url, clock: clockStartingAt('2026-11-24T07:20:00.000Z'), auditKey: Buffer.alloc(32, 7), maxConnections: 3 });
for (const run of runs) await workRollOver(database, provider, run);
await database.close();
