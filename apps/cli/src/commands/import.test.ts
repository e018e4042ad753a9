import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCurriculum } from '@digione/demo';
import { startStandIn, type StandIn } from '@digione/eperusteet/testing/service';
import { readConfig } from '@digione/platform/config';
import { createTestDatabase, type TestDatabase } from '@digione/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readTyped } from '../command.ts';
import { importCommand } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'digione import-'));
const BODY = JSON.stringify(demoCurriculum());
const ID = '9000001';
let database: TestDatabase;
let service: StandIn;

beforeAll(async () => {
  [database, service] = [await createTestDatabase(), await startStandIn()];
});
afterAll(async () => {
  await service.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  service.requests.length = 0;
  service.next.length = 0;
  service.publish(`peruste/${ID}`, BODY, '"one"', 'eperusteet-service');
});

async function run(...args: readonly string[]): Promise<{ code: number; report: { isAccepted: boolean; counts: Record<string, number> }; error: string }> {
  let [out, error] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      error += String(text);
      return true;
    }),
  ];
  try {
    const config = () => readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url, DIGIONE_DATA_DIR: folder, DIGIONE_CURRICULUM_SERVICE: `${service.host}/` });
    const code = await importCommand.run(readTyped(importCommand, [...args, '--json']), config);
    return { code, report: JSON.parse(out) as Awaited<ReturnType<typeof run>>['report'], error };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('a curriculum from the service', { timeout: 60_000 }, () => {
  test('comes in by its number, from the address of the setting', async () => {
    const { code, report } = await run('curriculum', '--from-service', ID);
    expect({ code, ...report }).toMatchObject({ code: 0, isAccepted: true, counts: { created: 1 } });
    expect(service.requests).toEqual([`/eperusteet-service/api/external/peruste/${ID}`]);
  });

  test('again asks with the mark of the copy and changes nothing', async () => {
    const { report, error } = await run('curriculum', '--from-service', ID);
    expect(report.counts).toMatchObject({ created: 0, unchanged: 1 });
    expect(error).toContain('unchanged since it was fetched last');
    expect(service.requests).toEqual([`/eperusteet-service/api/external/peruste/${ID} etag="one"`]);
  });

  test('a new version stands beside the old one', async () => {
    service.publish(`peruste/${ID}`, BODY.replace('"aikaleima":', '"aikaleima":9'), '"two"', 'eperusteet-service');
    expect((await run('curriculum', '--from-service', ID)).report.counts).toMatchObject({ created: 1 });
  });

  test('when the service does not answer, the copy is used and that is said', async () => {
    // Asked for another time of day than is patient: the import does not try again then.
    service.next.push(...Array.from({ length: 4 }, () => (_request: unknown, response: import('node:http').ServerResponse) => void response.writeHead(503, { 'retry-after': '3600' }).end()));
    const { code, error, report } = await run('curriculum', '--from-service', ID);
    expect({ code, ...report.counts }).toMatchObject({ code: 0, created: 0, unchanged: 1 });
    expect(error).toMatch(/did not answer properly \(HTTP 503\)[\s\S]*copy that was fetched last is used/);
  });

  test('one that is not published is told in a sentence, also where there was a copy', async () => {
    service.next.push((_request, response) => void response.writeHead(404).end('{}'));
    await expect(run('curriculum', '--from-service', ID)).rejects.toThrow(/no published curriculum with the id 9000001\. Check the id/);
  });

  test('local curricula are asked of their own service, for a provider there is', async () => {
    service.publish('opetussuunnitelma/77', JSON.stringify({ ...demoCurriculum(), id: 77, perusteenDiaarinumero: 'X' }), undefined, 'eperusteet-ylops-service');
    await expect(run('curriculum', '--from-service', '77', '--local', '--provider', 'nowhere')).rejects.toThrow(/no education provider "nowhere"/);
    expect(service.requests).toEqual(['/eperusteet-ylops-service/api/external/opetussuunnitelma/77']);
  });

  test.each([
    [['curriculum', 'x.json', '--from-service', ID], 'not both'],
    [['people', '--from-service', ID], 'Only curricula'],
    [['curriculum', 'x.json', '--url', 'https://example.org'], 'belong to --from-service'],
    [['curriculum', '--from-service', '../etc/passwd'], 'id of the curriculum is not one'],
    [['curriculum', '--from-service', ID, '--url', 'ftp://example.org'], 'address or the id'],
  ])('what makes no sense is told: %j', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });
});
