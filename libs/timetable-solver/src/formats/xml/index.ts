export * from './element.ts';
export * from './read-xml.ts';
export * from './write-xml.ts';
