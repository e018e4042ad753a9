import type { FastifyInstance } from 'fastify';

/**
 * Gathers what the server logs from here on. Pino keeps its stream under a symbol; the loggers of requests are made from
 * this one and write to the same.
 */
export function captureLog(app: FastifyInstance): { lines: string[]; release(): void } {
  const log = app.log as unknown as Record<symbol, unknown>;
  const place = Object.getOwnPropertySymbols(app.log).find((symbol) => symbol.description === 'pino.stream');
  if (place === undefined) throw new Error('The logger has no stream to take over.');
  const original = log[place];
  const lines: string[] = [];
  log[place] = { write: (line: string) => lines.push(line) };
  return {
    lines,
    release: () => {
      log[place] = original;
    },
  };
}
