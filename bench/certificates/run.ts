/**
 * `npx tsx bench/certificates/run.ts`: a school's leaving certificates over HTTP, from the first draft to the kept documents, and then as a zip
 * and as one document for the printer. A server and a database of its own; nothing is left of them.
 */
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { createWorld, type Answer } from '@digione/app-server/testing';

const CLASSES = 12;
const LEARNERS = 25;
const AT_ONCE = 10;
const SUBJECTS = ['AI', 'A1', 'B1', 'MA', 'BI', 'GE', 'FY', 'KE', 'TE', 'HI', 'YH', 'MU', 'KU', 'KS', 'LI', 'KO', 'KT'];

const world = await createWorld();
const town = await world.provider('bench');
const base = `/api/providers/${town.educationProviderId}`;
const school = await town.school('Koulu');
const year = await town.schoolYear();
const staff = async (title: string) => {
  const id = await town.person({ callName: 'Aikuinen', bornOn: '1980-01-01' });
  await town.position(id, title, school);
  return id;
};
const principal = await world.signIn({ of: town, personId: await staff('principal') });
const subjects = new Map<string, string>();
for (const code of SUBJECTS) subjects.set(code, await town.subject(code, `oppiaine ${code}`));
const teacher = await staff('teacher');
const homerooms: string[] = [];
for (let number = 0; number < CLASSES; number += 1) {
  const learners: string[] = [];
  for (let index = 0; index < LEARNERS; index += 1) {
    const personId = await town.person({ callName: `Oppilas ${index}`, lastName: `Luokka ${number}`, bornOn: '2011-03-04', identityCode: `bench-${number}-${index}` });
    await town.studyRight(personId, school);
    learners.push(personId);
  }
  const homeroomId = await town.homeroom(school, year, `9${String.fromCodePoint(65 + number)}`, learners);
  for (const [code, subjectId] of subjects) await town.teachingGroup(school, year, `9 ${code} ${number}`, learners, teacher, { subjectId, homeroomId });
  homerooms.push(homeroomId);
}

console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, one server, load ${loadavg()[0]?.toFixed(1)}; ${CLASSES * LEARNERS} leaving certificates of ${SUBJECTS.length} subjects`);

const well = ({ status, body, text }: Answer) => {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
};
const key = () => ({ 'idempotency-key': randomUUID() });

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${what.padEnd(44)} ${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s, ${((user + system) / 1e6).toFixed(2).padStart(6)} s of the server's CPU`);
  return result;
}

const drafts = await timed('drafts of all classes', async () => {
  const made: string[] = [];
  for (const homeroomId of homerooms) {
    const { prepared } = well(await principal.post(`${base}/homerooms/${homeroomId}/certificates`, { kind: 'leaving', language: 'fi', issuedOn: '2027-06-05' }, key()));
    made.push(...prepared.map((one: { certificateId: string }) => one.certificateId));
  }
  return made;
});
await timed('marks of each, read and saved', async () => {
  for (const [index, certificateId] of drafts.entries()) {
    const { content, version, issuedOn } = well(await principal.get(`${base}/certificates/${certificateId}`));
    const marked = content.subjects.map((subject: object, at: number) => ({ ...subject, mark: String(6 + ((index + at) % 5)) }));
    well(await principal.put(`${base}/certificates/${certificateId}`, { issuedOn, subjects: marked, behaviour: null, additional: null }, { 'if-match': `"v${version}"`, ...key() }));
  }
});
await timed(`signed off, printed and kept, ${AT_ONCE} at a time`, async () => {
  for (let from = 0; from < drafts.length; from += AT_ONCE) {
    const { results } = well(await principal.post(`${base}/schools/${school}/certificates/issue`, { certificates: drafts.slice(from, from + AT_ONCE).map((certificateId) => ({ certificateId, version: 2 })) }, key()));
    if (results.some(({ outcome }: { outcome: string }) => outcome !== 'issued')) throw new Error(JSON.stringify(results));
  }
});
for (const format of ['zip', 'pdf']) {
  await timed(`taken by class as ${format}`, async () => {
    for (const homeroomId of homerooms) well(await principal.get(`${base}/homerooms/${homeroomId}/certificates/file?kind=leaving&language=fi&format=${format}`));
  });
}
const { rows } = await world.server.kernel.database.system.query<{ bytes: number }>('select avg(length(pdf))::int as bytes from school_admin.certificate_file');
console.log(`a document has ${Math.round((rows[0]?.bytes ?? 0) / 1024)} KiB; the process holds ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB`);
await world.close();
