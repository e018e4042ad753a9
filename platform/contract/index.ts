export * from './endpoint.ts';
export * from './shapes.ts';
