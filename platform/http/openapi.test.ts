import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { jsonSchemaOf } from './index.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the document as anybody reads it: JSON of no particular type
type Document = any;

let world: World;
let document: Document;
beforeAll(async () => {
  world = await createWorld();
  document = (await world.anonymous().get('/api/openapi.json')).body;
});
afterAll(() => world.close());

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: AnySchema }[];
  requestBody?: { content: Record<string, { schema: AnySchema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: AnySchema }> }>;
  security: unknown[];
}

const operations = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

test('it is OpenAPI 3.1 with a title, a version, a licence and a server', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'DigiOne', version: 'test', license: { identifier: 'EUPL-1.2' } }, servers: [{ url: 'http://127.0.0.1' }] });
});

test('every endpoint stands in it, once, and nothing else', () => {
  const expected = world.server.app.endpoints.map(({ endpoint }) => `${endpoint.method.toLowerCase()} ${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')} ${endpoint.id}`);
  expect(operations().map(({ method, path, operation }) => `${method} ${path} ${operation.operationId}`).toSorted()).toEqual(expected.toSorted());
  expect(new Set(expected).size).toBe(expected.length);
});

test('every parameter of a path is told of, none twice, each with a summary and a security', () => {
  const faults = operations().flatMap(({ path, operation }) => {
    const told = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const all = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    const isWhole = told.toSorted().join() === inPath.toSorted().join() && new Set(all).size === all.length && operation.summary.length > 5 && Array.isArray(operation.security);
    return isWhole ? [] : [`${operation.operationId}: ${inPath.join()} told ${told.join()}`];
  });
  expect(faults).toEqual([]);
});

test('who needs no session is marked so, everyone else is not', () => {
  const open = operations().filter(({ operation }) => operation.security.length === 0).map(({ operation }) => operation.operationId);
  expect(open).toEqual(world.server.app.endpoints.filter(({ endpoint }) => endpoint.scope === 'public').map(({ endpoint }) => endpoint.id));
});

test('every schema is a JSON Schema that compiles, and every reference leads somewhere', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'openapi', components: document.components });
  const schemas = operations().flatMap(({ operation }) => [
    ...operation.parameters.map(({ name, schema }) => ({ where: `${operation.operationId} ${name}`, schema })),
    ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => ({ where: `${operation.operationId} body`, schema })),
    ...Object.entries(operation.responses).flatMap(([status, response]) => Object.values(response.content ?? {}).map(({ schema }) => ({ where: `${operation.operationId} ${status}`, schema }))),
  ]);
  const broken = schemas.flatMap(({ where, schema }) => {
    try {
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'openapi#/components')) as AnySchema);
      return [];
    } catch (error) {
      return [`${where}: ${String(error)}`];
    }
  });
  expect(schemas.length).toBeGreaterThan(100);
  expect(broken).toEqual([]);
  expect(JSON.stringify(document)).not.toMatch(/"\$ref":"#\/(?!components\/schemas\/Problem")/);
});

test('an answer’s schema leaves no room for what the contract does not name', () => {
  // Objects that may hold anything would be a way out for data nobody decided on.
  const isOpen = (schema: unknown): boolean => {
    if (Array.isArray(schema)) return schema.some(isOpen);
    if (typeof schema !== 'object' || schema === null) return false;
    const { type, properties, additionalProperties } = schema as Record<string, unknown>;
    if (type === 'object' && properties !== undefined && additionalProperties !== false) return true;
    return Object.values(schema).some(isOpen);
  };
  const loose = world.server.app.endpoints.filter(({ endpoint }) => isOpen(jsonSchemaOf(endpoint.response, 'output'))).map(({ endpoint }) => endpoint.id);
  expect(loose).toEqual([]);
});

test('a body with a field more than the contract has is refused', async () => {
  const north = await world.provider('north');
  const client = await world.signIn({ of: north, personId: await north.person() });
  const withBody = world.server.app.endpoints.filter(({ endpoint }) => endpoint.body !== undefined);
  expect(withBody.length).toBeGreaterThan(5);
  for (const { endpoint } of fc.sample(fc.shuffledSubarray(withBody, { minLength: withBody.length }), { numRuns: 1, seed: 1 })[0] ?? []) {
    const url = endpoint.path.replaceAll(':educationProviderId', north.educationProviderId).replaceAll(/:heldOn/g, '2026-11-24').replaceAll(/:lessonNo\b/g, '1').replaceAll(/:\w+/g, north.educationProviderId);
    const send = { POST: client.post, PUT: client.put, PATCH: client.patch, DELETE: client.delete, GET: client.post }[endpoint.method];
    const { status, body } = await send(url, { isAdmin: true }, { 'if-match': '"v1"' });
    expect(`${endpoint.id} ${status}`).toBe(`${endpoint.id} 400`);
    expect(body.errors.length).toBeGreaterThan(0);
  }
});
