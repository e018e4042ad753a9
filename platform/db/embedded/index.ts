export { findFreePort } from './server.ts';
export { startEmbeddedPostgres, stopAbandoned, type EmbeddedOptions, type EmbeddedPostgres } from './start.ts';
