import pg from 'pg';

export interface BusMessage {
  /** A live signal, a wake-up of the dispatcher, or sessions that changed. */
  channel: 'live' | 'outbox' | 'session';
  body: string;
}

const CHANNELS = ['live', 'outbox', 'session'] as const;
const RECONNECT_MS = 500;
/** A connection that hangs holds nobody up for longer than this; what is told then is found by polling. */
const SETTLE = { text: 'select', query_timeout: 1_000 };

/**
 * What the server processes of one database tell each other (LISTEN/NOTIFY on a connection of its own, outside
 * business transactions). Messages may be lost while a connection is down: everything told here is also found by polling.
 */
export class Bus {
  readonly #url: string;
  readonly #listeners = new Map<BusMessage['channel'], Set<(body: string) => void>>();
  readonly #onError: (error: Error) => void;
  #client: pg.Client | undefined;
  #isClosed = false;
  #pokeTimer: NodeJS.Timeout | undefined;

  constructor(url: string, onError: (error: Error) => void) {
    this.#url = url;
    this.#onError = onError;
  }

  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'digione bus', keepAlive: true });
    client.on('notification', ({ channel, payload = '' }) => {
      const name = channel.replace('digione_', '');
      for (const [known, listeners] of this.#listeners) if (known === name) for (const listener of listeners) listener(payload);
    });
    client.on('error', (error) => this.#onError(error));
    client.on('end', () => {
      if (this.#isClosed || this.#client !== client) return;
      this.#client = undefined;
      this.#reconnect();
    });
    await client.connect();
    for (const channel of CHANNELS) await client.query(`listen digione_${channel}`);
    this.#client = client;
  }

  on(channel: BusMessage['channel'], listener: (body: string) => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(channel, listeners);
    return () => listeners.delete(listener);
  }

  /** Tells all processes, this one included. Bodies over PostgreSQL's 8000 bytes are the caller's to split. */
  tell(channel: BusMessage['channel'], body: string): void {
    this.#client?.query('select pg_notify($1, $2)', [`digione_${channel}`, body]).catch(this.#onError);
  }

  /**
   * Waits until this process has heard all that was told by transactions which have committed: PostgreSQL hands a
   * connection its notifications before the answer to the next question on it. Nothing to wait for while it is down.
   */
  async settle(): Promise<void> {
    await this.#client?.query(SETTLE).catch(this.#onError);
  }

  /** Wakes the dispatcher; many pokes within a few milliseconds are one message. */
  poke(): void {
    this.#pokeTimer ??= setTimeout(() => {
      this.#pokeTimer = undefined;
      this.tell('outbox', '');
    }, 5);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#pokeTimer);
    await this.#client?.end().catch(() => {});
  }

  #reconnect(): void {
    setTimeout(() => {
      if (this.#isClosed) return;
      this.open().catch((error: Error) => {
        this.#onError(error);
        this.#reconnect();
      });
    }, RECONNECT_MS).unref();
  }
}
