import type { z } from 'zod';
import { Problem } from '../contract/index.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const parameters = (place: 'path' | 'query', schema: z.ZodObject): Json[] => {
  const json = jsonSchemaOf(schema, 'input');
  const required = new Set(Array.isArray(json['required']) ? json['required'] : []);
  return Object.entries((json['properties'] ?? {}) as Json).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
};

/** The OpenAPI 3.1 document, made from the same contracts the server validates by. */
export function openApiDocument(routes: readonly Route[], options: { version: string; baseUrl: string }): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoint, action } of routes) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const isWrite = endpoint.method !== 'GET';
    const headers: Json[] = [
      ...(isWrite
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, description: 'A repeat with the same key gets the first answer and does nothing twice.', schema: { type: 'string', minLength: 8, maxLength: 200 } }]
        : []),
      ...(endpoint.ifMatch ? [{ name: 'If-Match', in: 'header', required: true, description: 'Version the change is based on, e.g. "v3".', schema: { type: 'string' } }] : []),
    ];
    const provider = endpoint.scope === 'provider' ? [{ name: 'educationProviderId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }] : [];
    const [tag = ''] = endpoint.id.split('.');
    const operation: Json = {
      operationId: endpoint.id,
      summary: endpoint.summary,
      tags: [tag],
      ...(action === undefined ? {} : { 'x-action': action.name }),
      security: endpoint.scope === 'public' ? [] : [{ bearer: [] }, { session: [] }],
      parameters: [...provider, ...parameters('path', endpoint.params), ...parameters('query', endpoint.query), ...headers],
      responses: {
        [endpoint.status]:
          endpoint.status === 204
            ? { description: 'Done.' }
            : { description: 'As asked.', content: { 'application/json': { schema: jsonSchemaOf(endpoint.response, 'output') } } },
        default: { description: 'Refused; why, in the language of Accept-Language.', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    };
    if (endpoint.body !== undefined) {
      operation['requestBody'] = { required: true, content: { 'application/json': { schema: jsonSchemaOf(endpoint.body, 'input') } } };
    }
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'DigiOne',
      version: options.version,
      description:
        'Everything the workspace does, a program can do here. Get a token for a demonstration persona with `npx digione token --persona teacher` and send it as `Authorization: Bearer …`. `GET /api/me` tells the education providers you belong to.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: options.baseUrl }],
    paths,
    components: {
      schemas: { Problem: jsonSchemaOf(Problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'digione' },
      },
    },
  };
}
