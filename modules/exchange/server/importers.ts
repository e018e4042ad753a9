import { curriculumImporter } from './curriculum/import-curriculum.ts';
import { codeImporter } from './koodisto/import-codes.ts';
import { organisationImporter } from './organisation/import-organisations.ts';
import { peopleImporter } from './oneroster/import-people.ts';
import type { Importer, ImportKind } from './pipeline/import-kind.ts';
import { populationImporter } from './population/import-population.ts';

const IMPORTERS: Readonly<Partial<Record<ImportKind, Importer>>> = {
  organisations: organisationImporter,
  codes: codeImporter,
  people: peopleImporter,
  population: populationImporter,
  curriculum: curriculumImporter,
};

export function getImporter(kind: ImportKind): Importer {
  const importer = IMPORTERS[kind];
  if (importer === undefined) throw new Error(`There is no importer for ${kind}.`);
  return importer;
}
