export { findFreePort } from './server.ts';
export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './start.ts';
