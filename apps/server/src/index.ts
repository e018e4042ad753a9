export { startServer, type RunningServer, type ServerConfig } from './start.ts';
export { modules } from './modules.ts';
