import { SERVER_VARIABLE } from './postgres.ts';
import { startTestServer } from './postgres-server.ts';

/** One PostgreSQL for the whole run: the first project to need it starts it, the others find it in the environment. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[SERVER_VARIABLE] !== undefined) return undefined;
  const server = await startTestServer();
  process.env[SERVER_VARIABLE] = JSON.stringify({ adminUrl: server.adminUrl, template: server.template });
  return async () => {
    delete process.env[SERVER_VARIABLE];
    await server.stop();
  };
}
