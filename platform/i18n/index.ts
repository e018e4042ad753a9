export * from './language.ts';
export * from './translate.ts';
export * from './register.ts';
export * from './dates.ts';
export * from './numbers.ts';
export type { Catalog } from './catalog.ts';
