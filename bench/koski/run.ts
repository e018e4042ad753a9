/**
 * `npx tsx bench/koski/run.ts [-- FOLDER]`: documents of KOSKI read, written and validated per second on one core. Without a folder of
 * documents it makes its own: leaving certificates with nine grades, and upper secondary syllabuses of 75 modules.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { readDocument, readExample, validateDocument, writeDocument, type Json } from '@digione/koski';
import { makeDocuments } from './documents.ts';

const SECONDS = 5;
const [folder] = process.argv.slice(2).filter((arg) => arg !== '--');

function readFolder(path: string): readonly Json[] {
  return readdirSync(path).filter((name) => name.endsWith('.json')).map((name) => readExample(JSON.parse(readFileSync(join(path, name), 'utf8'))).document);
}

const documents = folder === undefined ? makeDocuments() : readFolder(folder);
const records = documents.map(readDocument);
const setting = { today: '2026-11-23' };

/** Does the same to one document after the other for some seconds; wall and CPU time differ when the machine has other work. */
function measure(what: string, work: (index: number) => unknown): void {
  for (let index = 0; index < documents.length * 3; index++) work(index % documents.length);
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let done = 0;
  while (performance.now() - began < SECONDS * 1000) work(done++ % documents.length);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${what.padEnd(10)} ${Math.round(done / seconds).toLocaleString('en-GB').padStart(7)} documents/s, ${Math.round(done / ((user + system) / 1e6)).toLocaleString('en-GB').padStart(7)} per second of CPU`);
}

const bytes = documents.reduce<number>((sum, document) => sum + JSON.stringify(document).length, 0) / documents.length;
console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, one process, load ${loadavg()[0]?.toFixed(1)}; ${documents.length} documents of ${(bytes / 1024).toFixed(1)} KiB on average, ${folder ?? 'invented'}`);
const refused = documents.filter((document) => validateDocument(document, setting).length > 0).length;
console.log(`accepted ${documents.length - refused}, refused ${refused}`);
measure('read', (index) => readDocument(documents[index] ?? null));
measure('write', (index) => records[index] !== undefined && writeDocument(records[index]));
measure('validate', (index) => validateDocument(documents[index] ?? null, setting));
