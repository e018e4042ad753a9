export * from './certificates.ts';
export * from './content.ts';
export * from './template.ts';
