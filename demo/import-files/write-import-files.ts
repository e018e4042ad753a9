import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHelsinki, type LocalDate } from '@digione/local-date';
import { writeRosterToBuffer } from '@digione/oneroster';
import { generateCity } from '../city/generate-city.ts';
import { momentAt } from '../city/moment.ts';
import { citiesOf, type DemoSize } from '../city/sizes.ts';
import { indexCity, type CityIndex } from './city-index.ts';
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
  const written: ImportFiles[] = [];
  for (const spec of citiesOf(size)) written.push(await writeCityFiles(indexCity(spec, today, generateCity(spec, moment)), today, outDir));
  return written;
}

export async function writeCityFiles(city: CityIndex, today: LocalDate, outDir: string): Promise<ImportFiles> {
  await mkdir(outDir, { recursive: true });
  const { key, name } = city.spec;
  const pathOf = (file: string): string => join(outDir, `${key}-${file}`);
  const files: ImportFiles = { providerKey: key, organisations: pathOf('organisations.json'), roster: pathOf('oneroster.zip'), population: pathOf('population.json') };
  await writeFile(files.organisations, writeOrganisations(city));
  await writeFile(files.roster, await writeRosterToBuffer(rosterOf(city), { systemName: name.fi, systemCode: key }));
  await writeFile(files.population, writePopulation(city, today));
  return files;
}
