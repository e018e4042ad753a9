export { buildHttp, type FastifyInstance, type FastifyRequest } from './server.ts';
export { actorOf } from './endpoint-handler.ts';
export { actorOfRawRequest } from './raw-request.ts';
export type { Authenticated, Authenticator } from './authentication.ts';
export type { Kernel } from './kernel.ts';
export { freshUntil, requireFreshSignIn } from './step-up.ts';
export { forbidden, HttpProblem, invalid, notFound, STEP_UP } from './problem.ts';
export {
  accountRoute,
  deskSource,
  providerRoute,
  publicRoute,
  type AccountContext,
  type DeskSource,
  type ProviderContext,
  type PublicContext,
  type Route,
  type ServerModule,
} from './route.ts';
export { deleteOldAnswers } from './idempotency.ts';
export { personIdCollector } from './person-ids.ts';
export { jsonSchemaOf } from './json-schema.ts';
