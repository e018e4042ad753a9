import { Logger, parseCronItems, run, type Runner, type Task } from 'graphile-worker';
import type { Database } from '../db/index.ts';

/** Work done outside a request, kept in the database until it is done, on whichever process is free. */
export interface JobDefinition {
  /** `module.doWhat`. */
  readonly name: string;
  /** Cron pattern in UTC for recurring jobs, e.g. `* * * * *`. */
  readonly schedule?: string;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
}

export interface JobContext {
  readonly database: Database;
  readonly attempt: number;
}

export interface Jobs {
  /** Queues a job; `key` keeps a second one of the same key from being queued while the first waits. */
  add(name: string, payload: unknown, options?: { key?: string; runAt?: string }): Promise<void>;
  close(): Promise<void>;
}

/** Starts the job queue of this process. Jobs of a killed process are taken up again by another. */
export async function startJobs(database: Database, definitions: readonly JobDefinition[], onError: (error: unknown, job: string) => void): Promise<Jobs> {
  const taskList: Record<string, Task> = {};
  for (const definition of definitions) {
    taskList[definition.name] = async (payload, helpers) => {
      try {
        await definition.run(payload, { database, attempt: helpers.job.attempts });
      } catch (error) {
        onError(error, definition.name);
        throw error;
      }
    };
  }
  const recurring = definitions.flatMap((definition) =>
    definition.schedule === undefined ? [] : [{ task: definition.name, match: definition.schedule, options: { backfillPeriod: 0, jobKey: definition.name } }],
  );
  const runner: Runner = await run({
    pgPool: database.system,
    taskList,
    parsedCronItems: parseCronItems(recurring),
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
  return {
    async add(name, payload, options = {}) {
      await runner.addJob(name, payload, {
        ...(options.key === undefined ? {} : { jobKey: options.key }),
        ...(options.runAt === undefined ? {} : { runAt: new Date(options.runAt) }),
      });
    },
    close: () => runner.stop(),
  };
}
