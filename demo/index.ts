export { personas, type Persona } from './personas.ts';
export { citiesOf, demoSizes, type DemoSize } from './city/sizes.ts';
export { generateCity } from './city/generate-city.ts';
export { momentAt } from './city/moment.ts';
export { seedDemo, type SeedOptions, type SeedReport } from './load/seed.ts';
export type { GivenId, ImportFile, ImportRequest } from './load/by-import.ts';
export { DEMO_ISSUER } from './people/person.ts';
export { writeImportFiles, type ImportFiles } from './import-files/write-import-files.ts';
export { demoCurriculum } from './curriculum/document.ts';
