import type { Database } from '../db/index.ts';
import type { Bus, LivePages } from '../events/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { Clock } from '../time/index.ts';
import type { Authenticator } from './authentication.ts';
import type { ServerModule } from './route.ts';

/** What the HTTP side of a server process stands on. */
export interface Kernel {
  readonly database: Database;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly live: LivePages;
  readonly authenticator: Authenticator;
  readonly modules: readonly ServerModule[];
  /** Undefined in tests that need no queue. */
  readonly jobs: Jobs | undefined;
  readonly settings: {
    readonly mode: 'demo' | 'production' | 'test';
    readonly baseUrl: string;
    readonly isSecure: boolean;
    readonly trustProxy: boolean;
    readonly version: string;
    /** Log level of pino; `silent` in tests. */
    readonly logLevel: string;
    /** Requests a minute from one address before the server asks to wait; per process. */
    readonly requestsPerMinute: number;
  };
}
