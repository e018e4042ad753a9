import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folderCache, memoryCache, type CurriculumCache } from './curriculum-cache.ts';
import { fetchCurriculum, type FetchOptions } from './fetch-curriculum.ts';
import { localUpperSecondary, upperSecondary } from './testing/documents.ts';
import { startStandIn, type StandIn } from './testing/service.ts';

const BODY = JSON.stringify(upperSecondary);
const ID = 6_828_810;
let service: StandIn;

beforeAll(async () => {
  service = await startStandIn();
});
afterAll(() => service.close());
beforeEach(() => {
  service.requests.length = 0;
  service.next.length = 0;
  service.publish(`peruste/${ID}`, BODY, '"one"');
});

const get = (options: Partial<FetchOptions> = {}, id: string | number = ID, url = service.url) =>
  fetchCurriculum(url, id, { callerId: '1.2.246.562.10.00000000001.digione', pauseMs: 2, timeoutMs: 30_000, ...options });

const answer = (status: number, headers: Record<string, string> = {}) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(status, headers).end('<html>busy</html>');
};

describe('a fetch', { timeout: 60_000 }, () => {
  it('brings the curriculum and the mark of its version', async () => {
    const { status, curriculum, etag, findings } = await get();
    expect({ status, etag, findings, name: curriculum?.name?.fi }).toEqual({ status: 'changed', etag: '"one"', findings: [], name: 'Lukio' });
    expect(service.requests).toEqual([`/service/api/external/peruste/${ID}`]);
  });

  it('asks the other service for local curricula, with or without a slash in the setting', async () => {
    service.publish('opetussuunnitelma/12000000', JSON.stringify(localUpperSecondary));
    const { curriculum, etag } = await get({ kind: 'local' }, '12000000', `${service.url}/`);
    expect(curriculum?.studyUnits).toHaveLength(2);
    expect(etag).toBeNull();
  });

  it('asks for the core curriculum a local one was made on', async () => {
    service.publish('opetussuunnitelma/12000000/peruste', BODY);
    expect(await get({ kind: 'basis-of-local' }, 12_000_000)).toMatchObject({ status: 'changed', curriculum: { key: 'national:6828810' } });
  });

  it('brings nothing again that has not changed', async () => {
    expect(await get({ etag: '"one"' })).toEqual({ status: 'unchanged', curriculum: null, body: null, findings: [], etag: '"one"', isTemporary: false });
    expect(service.requests).toEqual([`/service/api/external/peruste/${ID} etag="one"`]);
    service.publish(`peruste/${ID}`, BODY, '"two"');
    expect(await get({ etag: '"one"' })).toMatchObject({ status: 'changed', etag: '"two"' });
  });

  it('unpacks what comes packed', async () => {
    service.next.push((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BODY)));
    expect(await get()).toMatchObject({ status: 'changed', curriculum: { name: { fi: 'Lukio' } } });
  });
});

describe('a service in trouble', { timeout: 60_000 }, () => {
  it('is asked again, with pauses', async () => {
    service.next.push(answer(503), answer(429, { 'retry-after': '0' }), (request) => request.socket.destroy());
    expect(await get()).toMatchObject({ status: 'changed' });
    expect(service.requests).toHaveLength(4);
  });

  it('is asked no more than so often', async () => {
    service.next.push(...Array.from({ length: 9 }, () => answer(500)));
    expect(await get({ attempts: 3 })).toMatchObject({ status: 'failed', isTemporary: true, curriculum: null, findings: [{ code: 'service-down', value: 'HTTP 500' }] });
    expect(service.requests).toHaveLength(3);
  });

  it('is left alone as long as it wishes', async () => {
    service.next.push(answer(429, { 'retry-after': '3600' }), answer(429, { 'retry-after': '3600' }));
    const began = performance.now();
    expect(await get()).toMatchObject({ status: 'failed', isTemporary: true });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(service.requests).toHaveLength(1);
    service.next.splice(0, 9, answer(503, { date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 12:00:00 GMT' }));
    expect(await get()).toMatchObject({ status: 'failed', isTemporary: true });
    expect(service.requests).toHaveLength(2);
  });

  it('that breaks off in the middle is asked again', async () => {
    service.next.push((_request, response) => {
      response.writeHead(200, { 'content-length': String(BODY.length) });
      response.write(BODY.slice(0, 500), () => response.destroy());
    });
    expect(await get()).toMatchObject({ status: 'changed' });
  });

  it('that sends half an answer and calls it whole is told so', async () => {
    service.next.push((_request, response) => response.writeHead(200).end(BODY.slice(0, 500)));
    expect(await get()).toMatchObject({ status: 'failed', isTemporary: true, findings: [{ code: 'cut-off' }] });
  });

  it('that answers with a page of its gateway is told so', async () => {
    service.next.push(answer(200));
    expect(await get()).toMatchObject({ status: 'failed', findings: [{ code: 'not-a-curriculum', value: 'HTML' }] });
  });

  it('that is too slow is given up, also when it dribbles', async () => {
    const dribble = (_request: unknown, response: ServerResponse): void => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(timer));
    };
    service.next.push(() => undefined, dribble);
    expect(await get({ timeoutMs: 120, attempts: 2 })).toMatchObject({ status: 'failed', isTemporary: true, findings: [{ code: 'service-down', value: 'TimeoutError' }] });
    expect(service.requests).toHaveLength(2);
  });

  it('all attempts together have an end, and whoever asks may end them', async () => {
    service.next.push(...Array.from({ length: 50 }, () => answer(503)));
    const began = performance.now();
    expect(await get({ attempts: 50, pauseMs: 40, totalMs: 200 })).toMatchObject({ status: 'failed', isTemporary: true });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await get({ signal: AbortSignal.abort() })).toMatchObject({ status: 'failed' });
  });

  it('that is not there', async () => {
    expect(await get({ attempts: 1 }, ID, 'http://127.0.0.1:9')).toMatchObject({ status: 'failed', isTemporary: true, findings: [{ code: 'service-down' }] });
  });
});

describe('what is not tried again', { timeout: 60_000 }, () => {
  it('an unknown curriculum', async () => {
    expect(await get({}, 5)).toMatchObject({ status: 'failed', isTemporary: false, findings: [{ code: 'service-unknown-id', value: '5' }] });
    expect(service.requests).toHaveLength(1);
  });

  it('a caller the service does not know', async () => {
    expect(await get({ callerId: 'nobody' })).toMatchObject({ status: 'failed', isTemporary: false, findings: [{ code: 'service-refused', value: 'HTTP 403' }] });
    expect(await get({}, ID, `${service.url}/elsewhere`)).toMatchObject({ findings: [{ code: 'service-refused', value: 'HTTP 400' }] });
  });

  it('settings that make no sense, before anybody is asked', async () => {
    for (const [url, id] of [['ftp://x.example', '1'], ['nonsense', '1'], ['http://user:pw@127.0.0.1', '1'], [service.url, '../secret'], [service.url, '1?x'], [service.url, '']] as const) {
      expect(await get({}, id, url)).toMatchObject({ status: 'failed', isTemporary: false, findings: [{ code: 'bad-address' }] });
    }
    expect(await get({ callerId: 'a\r\nx: y' })).toMatchObject({ findings: [{ code: 'bad-address' }] });
    expect(service.requests).toEqual([]);
  });

  it('an answer that is too large, announced or not, packed or not', async () => {
    const limits = { bytes: 2000 };
    expect(await get({ limits })).toMatchObject({ status: 'failed', isTemporary: false, findings: [{ code: 'too-large' }] });
    service.next.push((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(500)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect(await get({ limits })).toMatchObject({ status: 'failed', findings: [{ code: 'too-large' }] });
    service.next.push((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('['.repeat(1_000_000))));
    expect(await get({ limits })).toMatchObject({ status: 'failed', findings: [{ code: 'too-large' }] });
    expect(service.requests).toHaveLength(3);
  });

  it('a redirect to another host; one within the host is followed', async () => {
    service.next.push(answer(302, { location: 'http://127.0.0.2:1/service' }));
    expect(await get()).toMatchObject({ status: 'failed', isTemporary: false, findings: [{ code: 'service-refused', value: 'HTTP 302 → 127.0.0.2:1' }] });
    service.next.push(answer(301, { location: `/service/api/external/peruste/${ID}` }));
    expect(await get()).toMatchObject({ status: 'changed' });
    service.next.push(...Array.from({ length: 6 }, () => answer(302, { location: `/service/api/external/peruste/${ID}` })));
    expect(await get()).toMatchObject({ status: 'failed', isTemporary: false });
  });
});

describe('a cache', { timeout: 60_000 }, () => {
  const ONCE_AND_AGAIN = [
    { status: 'changed', etag: '"one"', curriculum: { name: { fi: 'Lukio' } } },
    { status: 'unchanged', etag: '"one"', curriculum: { name: { fi: 'Lukio' } } },
  ];
  const twice = async (cache: CurriculumCache) => [await get({ cache }), await get({ cache })];

  it('remembers the mark and the answer', async () => {
    expect(await twice(memoryCache())).toMatchObject(ONCE_AND_AGAIN);
    expect(service.requests.at(-1)).toContain('etag="one"');
  });

  it('may be a folder; its files are whole or not there', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'digione-cache-')), 'made');
    try {
      expect(await twice(folderCache(folder))).toMatchObject(ONCE_AND_AGAIN);
      const files = await readdir(folder);
      expect(files).toHaveLength(1);
      // A copy somebody damaged is fetched anew.
      await writeFile(join(folder, files[0] ?? ''), `"one"\n${BODY.slice(0, 99)}`);
      expect(await get({ cache: folderCache(folder) })).toMatchObject({ status: 'changed', curriculum: { name: { fi: 'Lukio' } } });
    } finally {
      await rm(join(folder, '..'), { recursive: true });
    }
  });

  it('knows the same answer again where the service gives no marks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'digione-cache-'));
    try {
      const cache = folderCache(folder);
      service.publish(`peruste/${ID}`, BODY);
      expect(await twice(cache)).toMatchObject([{ status: 'changed', etag: null }, { status: 'unchanged', etag: null, curriculum: { name: { fi: 'Lukio' } } }]);
      service.publish(`peruste/${ID}`, BODY.replace('Biologia', 'Fysiikka'));
      expect(await get({ cache })).toMatchObject({ status: 'changed' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('helps out while the service is down', async () => {
    const cache = memoryCache();
    await get({ cache });
    service.next.push(answer(503));
    expect(await get({ cache, attempts: 1 })).toMatchObject({ status: 'failed', isTemporary: true, curriculum: { name: { fi: 'Lukio' } }, findings: [{ code: 'service-down' }] });
  });

  it('does not pass its copy off as the version the caller has', async () => {
    const cache = memoryCache();
    await get({ cache });
    service.publish(`peruste/${ID}`, BODY, '"two"');
    expect(await get({ cache, etag: '"two"' })).toMatchObject({ status: 'unchanged', curriculum: null, etag: '"two"' });
  });

  it('that fails is told of and stands in nobody’s way', async () => {
    const broken: CurriculumCache = { read: () => Promise.reject(new Error('no disk')), write: () => Promise.reject(new Error('disk full')) };
    expect(await get({ cache: broken })).toMatchObject({ status: 'changed', findings: [{ code: 'cache-failed', value: 'no disk' }, { code: 'cache-failed', value: 'disk full' }] });
  });
});
