import { z } from 'zod';

/** JSON Schema of a contract shape, for OpenAPI and for the serialiser that cuts answers to the contract. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
