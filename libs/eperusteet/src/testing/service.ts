import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface StandIn {
  readonly url: string;
  /** Where the two services stand, each under its own name. */
  readonly host: string;
  /** `GET /path etag=…` of every request that got through the door. */
  readonly requests: string[];
  /** What is done before anything is answered; each once, in this order. */
  readonly next: Handler[];
  /** @param service `eperusteet-service`, `eperusteet-ylops-service`, or `service` of `url` */
  readonly publish: (path: string, body: string, etag?: string, service?: string) => void;
  readonly close: () => Promise<void>;
}

/** Answers as the service does, and refuses what it refuses: no identification, other methods, addresses and formats. */
export async function startStandIn(): Promise<StandIn> {
  const published = new Map<string, { readonly body: string; readonly etag: string | undefined }>();
  const requests: string[] = [];
  const next: Handler[] = [];
  const refuse = (response: ServerResponse, status: number): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"syy":"Virhe"}');
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (request.method !== 'GET') return refuse(response, 405);
    if (!/^[\w.:-]+\.[\w-]+$/.test(String(request.headers['caller-id'] ?? ''))) return refuse(response, 403);
    if (!(request.headers.accept ?? '').includes('application/json')) return refuse(response, 406);
    if (!/^\/(?:service|eperusteet-service|eperusteet-ylops-service)\/api\/external\/(?:peruste\/\d+|opetussuunnitelma\/\d+(?:\/peruste)?)$/.test(path)) return refuse(response, 400);
    requests.push(`${path}${request.headers['if-none-match'] === undefined ? '' : ` etag=${request.headers['if-none-match']}`}`);
    const prepared = next.shift();
    if (prepared) return prepared(request, response);
    const found = published.get(path);
    if (!found) return refuse(response, 404);
    if (found.etag !== undefined && request.headers['if-none-match'] === found.etag) {
      response.writeHead(304, { etag: found.etag }).end();
      return undefined;
    }
    response.writeHead(200, { 'content-type': 'application/json', ...(found.etag === undefined ? {} : { etag: found.etag }) }).end(found.body);
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/service`,
    requests,
    next,
    host: `http://127.0.0.1:${port}`,
    publish: (path, body, etag, service = 'service') => published.set(`/${service}/api/external/${path}`, { body, etag }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
