// What the browser gets in Zod's place. Any declaration (`z.strictObject({…}).optional()`) runs and comes to nothing;
// an enum keeps its options, since pages list them; whoever wants to validate is told that it cannot be done here.

const asksForRealZod = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'encode', 'decode']);

function standIn(known: Readonly<Record<string, unknown>> = {}): unknown {
  return new Proxy(() => undefined, {
    get(_, name) {
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      if (name in known) return known[name];
      // `...Other.shape` in a declaration adds nothing here.
      if (name === 'shape') return {};
      if (asksForRealZod.has(name)) throw new Error(`A contract's .${name} is not there in the browser: the server validates.`);
      if (name === 'enum') return (values: readonly string[] | Readonly<Record<string, string>>) => standIn(enumOf(values));
      return standIn(known);
    },
    apply: () => standIn(known),
  });
}

function enumOf(values: readonly string[] | Readonly<Record<string, string>>) {
  const options: readonly string[] = Array.isArray(values) ? values : Object.values(values);
  return { options, enum: Object.fromEntries(options.map((option) => [option, option])) };
}

export const z = standIn();
export default z;
