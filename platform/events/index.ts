export * from './event.ts';
export { Bus } from './bus.ts';
export { Dispatcher, MAX_ATTEMPTS } from './dispatcher.ts';
export { LivePages } from './live.ts';
