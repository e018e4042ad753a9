import type { z } from 'zod';
import { personIdentifying } from '../contract/index.ts';

type Collect = (value: unknown, into: Set<string>) => void;
type AnyDef = z.core.$ZodTypeDef & Record<string, unknown>;

/**
 * Makes a function that finds every person id in a value of the schema, so that the audit knows whose data a
 * response held without the handler having to say it. Undefined when the schema can hold none.
 */
export function personIdCollector(schema: z.core.$ZodType, seen = new Map<z.core.$ZodType, Collect | undefined>()): Collect | undefined {
  if (seen.has(schema)) return seen.get(schema);
  // A recursive schema finds this forwarding function while it is being built.
  let built: Collect | undefined;
  seen.set(schema, (value, into) => built?.(value, into));
  built = build(schema, seen);
  seen.set(schema, built);
  return built;
}

const isType = (value: unknown): value is z.core.$ZodType => typeof value === 'object' && value !== null && '_zod' in value;

function build(schema: z.core.$ZodType, seen: Map<z.core.$ZodType, Collect | undefined>): Collect | undefined {
  if (personIdentifying.has(schema)) {
    return (value, into) => {
      if (typeof value === 'string') into.add(value);
    };
  }
  const def = schema._zod.def as AnyDef;
  switch (def.type) {
    case 'object': {
      const shape = def['shape'] as Record<string, z.core.$ZodType>;
      const fields = Object.entries(shape).flatMap(([name, field]) => {
        const collect = personIdCollector(field, seen);
        return collect === undefined ? [] : [{ name, collect }];
      });
      if (fields.length === 0) return undefined;
      return (value, into) => {
        if (typeof value !== 'object' || value === null) return;
        const record = value as Record<string, unknown>;
        for (const { name, collect } of fields) collect(record[name], into);
      };
    }
    case 'array': {
      const collect = isType(def['element']) ? personIdCollector(def['element'], seen) : undefined;
      return collect && ((value, into) => Array.isArray(value) && value.forEach((item) => collect(item, into)));
    }
    case 'record': {
      const collect = isType(def['valueType']) ? personIdCollector(def['valueType'], seen) : undefined;
      return collect && ((value, into) => typeof value === 'object' && value !== null && Object.values(value).forEach((item) => collect(item, into)));
    }
    case 'union': {
      const options = (def['options'] as z.core.$ZodType[]).flatMap((option) => personIdCollector(option, seen) ?? []);
      return options.length === 0 ? undefined : (value, into) => options.forEach((collect) => collect(value, into));
    }
    default: {
      const inner = def['innerType'] ?? def['in'];
      return isType(inner) ? personIdCollector(inner, seen) : undefined;
    }
  }
}
