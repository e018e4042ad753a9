export { FAILURES, startStandIn, type Failure, type StandIn, type StandInOptions } from './server.ts';
