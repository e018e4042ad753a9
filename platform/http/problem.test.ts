import { describe, expect, test } from 'vitest';
import { AuditUnavailable } from '../db/index.ts';
import { HttpProblem, invalid, InvalidInput, renderProblem, statusOf, STEP_UP } from './problem.ts';
import { z } from 'zod';

const LANGUAGES = ['fi', 'sv', 'en'] as const;
const STATUSES = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503];

describe('a refusal', () => {
  test.each(STATUSES)('of %i has a title in each language, and no two languages say the same', (status) => {
    const rendered = LANGUAGES.map((language) => renderProblem(new HttpProblem(status), language, 'trace'));
    for (const problem of rendered) expect(problem).toMatchObject({ status, traceId: 'trace', type: 'about:blank' });
    expect(new Set(rendered.map(({ title }) => title)).size).toBe(3);
    const details = rendered.flatMap(({ detail }) => detail ?? []);
    expect(new Set(details).size).toBe(details.length);
    for (const text of [...rendered.map(({ title }) => title), ...details]) expect(text).not.toMatch(/problem\.|undefined|\{/);
  });

  test('for an old sign-in says what to do, and a page can tell it apart', () => {
    const problem = renderProblem(new HttpProblem(403, { type: STEP_UP, detail: 'problem.403.step-up.detail' }), 'sv', 'trace');
    expect(problem.type).toBe('urn:digione:problem:step-up');
    expect(problem.title).not.toBe(renderProblem(new HttpProblem(403), 'sv', 'trace').title);
  });

  test('where the record of a look could not be written says so', () => {
    const [fi, sv, en] = LANGUAGES.map((language) => renderProblem(new AuditUnavailable('x'), language, 'trace'));
    expect(en?.detail).toContain('could not be logged');
    expect(new Set([fi?.detail, sv?.detail, en?.detail]).size).toBe(3);
    expect(fi?.status).toBe(503);
  });

  test('names each wrong field, in the reader’s language', () => {
    const shape = z.strictObject({ name: z.string().min(1), born: z.iso.date() });
    const issues = shape.safeParse({ name: '', born: '2026-02-30', extra: 1 }).error?.issues ?? [];
    const rendered = LANGUAGES.map((language) => renderProblem(new InvalidInput('body', issues), language, 'trace'));
    for (const problem of rendered) expect(problem.errors?.map(({ path }) => path)).toEqual(['name', 'born', '']);
    expect(new Set(rendered.map(({ errors }) => errors?.map(({ message }) => message).join())).size).toBe(3);
    expect(renderProblem(new InvalidInput('query', issues), 'fi', 'trace').errors?.[0]?.path).toBe('query.name');
    expect(renderProblem(invalid({ path: 'from', key: 'problem.409.detail' }), 'en', 'trace').errors).toEqual([{ path: 'from', message: expect.stringContaining('already') as string }]);
  });
});

describe('a fault', () => {
  test('of ours tells nothing of its inside', () => {
    const secret = Object.assign(new Error('insert into core_data.person values (Aino, 010115A9001)'), { detail: 'Key (personal_identity_code)=(010115A9001)', table: 'person' });
    for (const language of LANGUAGES) expect(JSON.stringify(renderProblem(secret, language, 'trace'))).not.toMatch(/core_data|010115|Aino/);
    expect(statusOf(secret)).toBe(500);
  });

  test.each([
    ['23505', 409],
    ['23P01', 409],
    ['23503', 409],
    ['23514', 400],
    ['22000', 400],
    ['22P02', 400],
    ['40001', 503],
    ['40P01', 503],
    ['57P01', 503],
    ['ECONNREFUSED', 503],
    ['42P01', 500],
  ])('of the database, %s, is answered with %i and no more', (code, status) => {
    const fault = Object.assign(new Error(`duplicate key value (email)=(aino@example.org)`), { code });
    expect(statusOf(fault)).toBe(status);
    expect(JSON.stringify(renderProblem(fault, 'fi', 'trace'))).not.toContain('aino@example.org');
  });
});
