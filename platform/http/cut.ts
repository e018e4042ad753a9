import type { z } from 'zod';

type Cut = (value: unknown) => unknown;
type Def = z.core.$ZodTypeDef & Record<string, unknown>;

const isType = (value: unknown): value is z.core.$ZodType => typeof value === 'object' && value !== null && '_zod' in value;
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Makes the function that cuts an answer to its contract: only declared properties are copied, so that a column
 * selected by mistake is never sent. Undefined when there is nothing to cut (text, numbers).
 *
 * Own instead of a schema-driven serialiser, because those choose a union's branch by validating the value against
 * each, which costs more than the rest of the answer and refuses harmless extras instead of dropping them.
 */
export function cutterOf(schema: z.core.$ZodType, seen = new Map<z.core.$ZodType, Cut | undefined>()): Cut | undefined {
  if (seen.has(schema)) return seen.get(schema);
  let built: Cut | undefined;
  // A recursive schema finds this while it is being built.
  seen.set(schema, (value) => (built === undefined ? value : built(value)));
  built = build(schema, seen);
  seen.set(schema, built);
  return built;
}

function build(schema: z.core.$ZodType, seen: Map<z.core.$ZodType, Cut | undefined>): Cut | undefined {
  const def = schema._zod.def as Def;
  switch (def.type) {
    case 'object':
      return objectCutter(def['shape'] as Record<string, z.core.$ZodType>, seen);
    case 'array': {
      const cut = isType(def['element']) ? cutterOf(def['element'], seen) : undefined;
      return cut && ((value) => (Array.isArray(value) ? value.map(cut) : value));
    }
    case 'record': {
      const cut = isType(def['valueType']) ? cutterOf(def['valueType'], seen) : undefined;
      return cut && ((value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item)])) : value));
    }
    case 'union':
      return unionCutter(def, seen);
    default: {
      const inner = def['innerType'] ?? def['in'];
      const cut = isType(inner) ? cutterOf(inner, seen) : undefined;
      return cut && ((value) => (value === null || value === undefined ? value : cut(value)));
    }
  }
}

function objectCutter(shape: Record<string, z.core.$ZodType>, seen: Map<z.core.$ZodType, Cut | undefined>): Cut {
  const fields = Object.entries(shape).map(([name, field]) => ({ name, cut: cutterOf(field, seen) }));
  return (value) => {
    if (!isRecord(value)) return value;
    const kept: Record<string, unknown> = {};
    for (const { name, cut } of fields) {
      const item = value[name];
      if (item !== undefined) kept[name] = cut === undefined ? item : cut(item);
    }
    return kept;
  };
}

function unionCutter(def: Def, seen: Map<z.core.$ZodType, Cut | undefined>): Cut | undefined {
  const options = (def['options'] as z.core.$ZodType[]).map((option) => ({ option, cut: cutterOf(option, seen) }));
  const withShape = options.filter(({ cut }) => cut !== undefined);
  if (withShape.length === 0) return undefined;
  const discriminator = def['discriminator'];
  if (typeof discriminator === 'string') {
    const byValue = new Map<unknown, Cut | undefined>();
    for (const { option, cut } of options) {
      for (const value of literalsOf(option, discriminator)) byValue.set(value, cut);
    }
    return (value) => {
      if (!isRecord(value)) return value;
      const tag = value[discriminator];
      if (!byValue.has(tag)) throw new Error(`An answer has the unknown ${discriminator} ${String(tag)}.`);
      return byValue.get(tag)?.(value);
    };
  }
  const [only, ...others] = withShape;
  if (others.length > 0) throw new Error('A union of several objects in a contract needs a discriminator (z.discriminatedUnion).');
  return (value) => (typeof value === 'object' && value !== null ? only?.cut?.(value) : value);
}

function literalsOf(option: z.core.$ZodType, discriminator: string): readonly unknown[] {
  const shape = (option._zod.def as Def)['shape'] as Record<string, z.core.$ZodType> | undefined;
  const tag = shape?.[discriminator]?._zod.def as Def | undefined;
  if (Array.isArray(tag?.['values'])) return tag['values'];
  throw new Error(`A union's option has no literal ${discriminator}.`);
}
