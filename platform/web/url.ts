export type QueryValues = Readonly<Record<string, unknown>>;

/**
 * The address of an endpoint: `:name` parameters filled in, the query appended (`undefined` and `null` left out, lists repeated).
 * @throws Error when a parameter of the path has no value: `educationProviderId` is easily forgotten
 */
export function endpointUrl(path: string, params: Readonly<Record<string, unknown>> = {}, query: QueryValues = {}): string {
  const filled = path.replace(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${path}: no value for ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}
