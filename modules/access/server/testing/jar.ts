import type { FastifyInstance } from 'fastify';

export interface Page {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly line: string;
}

/** A browser as far as a sign-in needs one: it keeps cookies by path and follows redirects within the server. */
export class Jar {
  readonly cookies = new Map<string, Cookie>();
  userAgent = 'test';
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** The same browser sent to another server process. */
  at(app: FastifyInstance): Jar {
    const other = new Jar(app);
    for (const [key, cookie] of this.cookies) other.cookies.set(key, cookie);
    return other;
  }

  cookie(name: string): Cookie | undefined {
    return [...this.cookies].find(([key]) => key.startsWith(`${name};`))?.[1];
  }

  async get(url: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send('GET', url, undefined, headers);
  }

  async post(url: string, form: Record<string, string>): Promise<Page> {
    return this.#send('POST', url, new URLSearchParams(form).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  }

  async api(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Page> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return this.#send(method, url, payload, { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  }

  /** Follows redirects until there is a page, or one that leads to an address of which `stop` is a part. */
  async follow(page: Page, stop?: string): Promise<Page> {
    let current = page;
    for (let step = 0; current.location !== undefined && step < 12; step++) {
      if (stop !== undefined && current.location.includes(stop)) return current;
      current = await this.get(current.location);
    }
    return current;
  }

  async #send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload: string | undefined, headers: Record<string, string>): Promise<Page> {
    const { pathname, search } = new URL(url, 'http://127.0.0.1');
    const cookie = [...this.cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(';')[0] ?? ''}=${value}`)
      .join('; ');
    const answer = await this.#app.inject({
      method,
      url: pathname + search,
      headers: { host: '127.0.0.1', 'user-agent': this.userAgent, ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.#keep(line);
    const { location } = answer.headers;
    return { status: answer.statusCode, text: answer.body, location: typeof location === 'string' ? location : undefined, headers: answer.headers };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const isGone = value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute));
    if (isGone) this.cookies.delete(`${name};${path}`);
    else this.cookies.set(`${name};${path}`, { value, path, line });
  }
}
