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
  /** Provider, schools and sites as the national organisation service tells them. */
  readonly organisations: string;
  /** People, staff, groups, enrolments and guardians: OneRoster 1.2, zipped. */
  readonly roster: string;
  /** Homes, languages, guardians and non-disclosure as the population register tells them. */
  readonly population: string;
}

/**
 * Writes the core data of the demo cities as the platform's own imports read it. Import each city's files in the order of
 * {@link ImportFiles}. Equal arguments give equal files.
 * @returns paths of what has been written
 */
export async function writeImportFiles(size: DemoSize, today: LocalDate, outDir: string): Promise<readonly ImportFiles[]> {
  const moment = momentAt(fromHelsinki(today, '09:20'));
  await mkdir(outDir, { recursive: true });
  const written: ImportFiles[] = [];
  for (const spec of citiesOf(size)) {
    const city = indexCity(spec, moment);
    const pathOf = (name: string): string => join(outDir, `${spec.key}-${name}`);
    const files: ImportFiles = {
      providerKey: spec.key,
      organisations: pathOf('organisations.json'),
      roster: pathOf('oneroster.zip'),
      population: pathOf('population.json'),
    };
    await writeFile(files.organisations, writeOrganisations(city));
    await writeFile(files.roster, await writeRosterToBuffer(rosterOf(city), { systemName: spec.name.fi, systemCode: spec.key }));
    await writeFile(files.population, writePopulation(city, today));
    written.push(files);
  }
  return written;
}
