export { curriculumModule } from './module.ts';
export { contentHashOf, getDocument, insertEdition, listStoredEditions, type StoredEdition } from './editions/store.queries.ts';
export { educationFormOf } from './editions/edition-rows.ts';
export { findGroupPlace } from './reading/group-place.ts';
