import { createServer } from 'node:http';
import type { Fetch } from './ask.ts';

const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Lets a stand-in answer on this machine's port.
 * @param port 0 for any that is free
 */
export async function serveStandIn(answer: Fetch, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of incoming) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > MAX_BYTES) {
          outgoing.writeHead(413).end();
          return;
        }
        chunks.push(bytes);
      }
      const { method = 'GET', url = '/' } = incoming;
      const headers = new Headers(Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])));
      const body = Buffer.concat(chunks);
      const response = await answer(new Request(`http://127.0.0.1${url}`, { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body }) }));
      outgoing.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? 'application/json' }).end(await response.text());
    })().catch(() => {
      // As a register that does not answer.
      outgoing.destroy();
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
