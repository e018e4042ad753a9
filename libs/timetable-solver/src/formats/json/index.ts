export { JsonError, sayJsonError, type JsonFaultKey } from './faults.ts';
export { jsonFault, readCount, readFields, readList, readText } from './fields.ts';
export { JSON_LIMITS, readJson, type JsonLimits, type JsonNode } from './read-json.ts';
