/** An answer older than this is asked for again. */
const freshForMs = 10_000;

/**
 * The answer to a read that the page asked for before its program was there; each can be taken once.
 * @param url path and query as asked
 */
export function takeEarlyResponse(url: string): Promise<Response> | undefined {
  const asked: unknown = Reflect.get(globalThis, 'digioneEarlyResponses');
  if (!(asked instanceof Map)) return undefined;
  const found: unknown = asked.get(url);
  asked.delete(url);
  return found instanceof Promise && performance.now() < freshForMs ? (found as Promise<Response>) : undefined;
}
