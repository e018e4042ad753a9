import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../contract/index.ts';
import { call, onAuthenticationNeeded } from './call.ts';
import { ProblemError } from './problem.ts';

const listThings = endpoint({ id: 'test.listThings', method: 'GET', path: '/things', scope: 'account', summary: 'x', query: z.strictObject({ q: z.string().optional() }), response: z.strictObject({ items: z.array(z.string()) }) });
const changeThing = endpoint({ id: 'test.changeThing', method: 'PATCH', path: '/things/:thingId', scope: 'provider', summary: 'x', params: z.strictObject({ thingId: z.string() }), body: z.strictObject({ name: z.string() }), response: z.strictObject({}), ifMatch: true });

const answers: (Response | Error)[] = [];
const requests: { url: string; init: RequestInit; headers: Headers }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { documentElement: { lang: 'sv' }, querySelector: () => ({ content: 'csrf-1' }) });
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    requests.push({ url, init, headers: new Headers(init.headers) });
    const answer = answers.shift() ?? Response.json({});
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  answers.length = 0;
  requests.length = 0;
  onAuthenticationNeeded(() => {});
});

test('a read carries the language and nothing to change with', async () => {
  answers.push(Response.json({ items: ['a'] }));
  expect(await call(listThings, { query: { q: 'x' } })).toEqual({ items: ['a'] });
  expect(requests[0]?.url).toBe('/api/things?q=x');
  expect(requests[0]?.headers.get('accept-language')).toBe('sv');
  expect(requests[0]?.headers.has('idempotency-key')).toBe(false);
});

test('a write carries its version, its token and one idempotency key over all tries', async () => {
  answers.push(new TypeError('network'), new Response('', { status: 503 }), Response.json({}));
  const done = call(changeThing, { params: { thingId: 't1', educationProviderId: 'p1' }, body: { name: 'n' }, ifMatch: 3 });
  await vi.runAllTimersAsync();
  await done;
  expect(requests).toHaveLength(3);
  expect(requests[0]?.url).toBe('/api/providers/p1/things/t1');
  expect(requests[0]?.headers.get('if-match')).toBe('"3"');
  expect(requests[0]?.headers.get('x-csrf-token')).toBe('csrf-1');
  expect(new Set(requests.map((request) => request.headers.get('idempotency-key'))).size).toBe(1);
  expect(requests[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
});

test('an error is a problem with its fields, and is not tried again', async () => {
  answers.push(Response.json({ type: 'about:blank', title: 'Tarkista tiedot', status: 422, traceId: 'abc', errors: [{ path: 'name', message: 'Nimi puuttuu' }] }, { status: 422 }));
  const error: unknown = await call(listThings, {}).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 422, title: 'Tarkista tiedot', traceId: 'abc' });
  expect(error instanceof ProblemError && error.messageFor('name')).toBe('Nimi puuttuu');
  expect(requests).toHaveLength(1);
});

test('a proxy page instead of an answer is a problem, too', async () => {
  answers.push(new Response('<html>', { status: 413, statusText: 'Payload Too Large', headers: { 'x-trace-id': 't-9' } }));
  await expect(call(listThings, {})).rejects.toMatchObject({ status: 413, title: 'Payload Too Large', traceId: 't-9' });
});

test.each([
  [{ type: 'about:blank', status: 401 }, 1],
  [{ type: 'urn:digione:problem:step-up', status: 403 }, 1],
  [{ type: 'about:blank', status: 403 }, 0],
])('%o is told to the shell %i times', async (problem, times) => {
  const told = vi.fn();
  onAuthenticationNeeded(told);
  answers.push(Response.json({ ...problem, title: 'x' }, { status: problem.status }));
  await expect(call(listThings, {})).rejects.toMatchObject({ status: problem.status });
  expect(told).toHaveBeenCalledTimes(times);
});

test('offline, it gives up at once', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  answers.push(new TypeError('network'));
  await expect(call(listThings, {})).rejects.toMatchObject({ status: 0, isUnreachable: true });
  expect(requests).toHaveLength(1);
});
