import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHelsinki, type LocalDate } from '@digione/local-date';
import { writeRosterToBuffer } from '@digione/oneroster';
import { citiesOf, type DemoSize } from '../city/sizes.ts';
import { momentAt } from '../load/seed.ts';
import { indexCity } from './city-index.ts';
import { writeOrganisations } from './organisations.ts';
import { writePopulation } from './population.ts';
import { rosterOf } from './roster.ts';

/** The files of one city. */
export interface ImportFiles {
  readonly providerKey: string;
  /** People, staff, groups, enrolments and guardians: OneRoster 1.2, zipped. */
  readonly roster: string;
  /** Homes, languages, guardians and non-disclosure as the population register tells them. */
  readonly population: string;
}

/**
 * Writes the core data of the demo cities as the platform's own imports read it: one file of organisations for
 * all, and for each city a roster and the population register's messages. Equal arguments give equal files.
 * @returns paths of what has been written
 */
export async function writeImportFiles(size: DemoSize, today: LocalDate, outDir: string): Promise<{ readonly organisations: string; readonly cities: readonly ImportFiles[] }> {
  const moment = momentAt(fromHelsinki(today, '09:20'));
  const indexes = citiesOf(size).map((spec) => indexCity(spec, moment));
  await mkdir(outDir, { recursive: true });
  const organisations = join(outDir, 'organisations.json');
  await writeFile(organisations, writeOrganisations(indexes));
  const cities: ImportFiles[] = [];
  for (const city of indexes) {
    const files = { providerKey: city.spec.key, roster: join(outDir, `${city.spec.key}-oneroster.zip`), population: join(outDir, `${city.spec.key}-population.json`) };
    await writeFile(files.roster, await writeRosterToBuffer(rosterOf(city), { systemName: city.spec.name.fi, systemCode: city.spec.key }));
    await writeFile(files.population, writePopulation(city, today));
    cities.push(files);
  }
  return { organisations, cities };
}
