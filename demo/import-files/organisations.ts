import { fromHelsinki, parseDateRange } from '@digione/local-date';
import type { AnyRow } from '../rows/tables.ts';
import { findText, textOf, type CityIndex } from './city-index.ts';

/** Teaching languages by koodisto oppilaitoksenopetuskieli. */
const LANGUAGES: Readonly<Record<string, string>> = { fi: '1', sv: '2' };

const listOf = (value: AnyRow[string] | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The root of the national organisation register. */
const ROOT = '1.2.246.562.10.00000000001';

interface OrganisationNode {
  readonly oid: string;
  readonly alkuPvm: number;
  readonly parentOid: string;
  readonly parentOidPath: string;
  readonly oppilaitosKoodi?: string;
  readonly oppilaitostyyppi?: string;
  readonly toimipistekoodi: string;
  readonly match: true;
  readonly nimi: unknown;
  readonly lyhytNimi?: unknown;
  readonly kieletUris: readonly string[];
  readonly kotipaikkaUri: string;
  readonly aliOrganisaatioMaara: number;
  readonly organisaatiotyypit: unknown;
  readonly status: 'AKTIIVINEN';
  readonly children?: readonly OrganisationNode[];
}

function nodeOf(row: AnyRow, parentPath: readonly string[], all: readonly AnyRow[], shortNames: ReadonlyMap<string, string>): OrganisationNode {
  const path = [...parentPath, textOf(row, 'oid')];
  const children = all.filter((each) => each.parent_organisation_id === row.organisation_id).map((child) => nodeOf(child, path, all, shortNames));
  const number = findText(row, 'institution_number');
  const type = findText(row, 'institution_type');
  const shortName = shortNames.get(textOf(row, 'oid'));
  return {
    oid: textOf(row, 'oid'),
    alkuPvm: Date.parse(fromHelsinki(parseDateRange(textOf(row, 'valid')).from, '00:00')),
    parentOid: parentPath.at(-1) ?? ROOT,
    parentOidPath: parentPath.join('/'),
    ...(number === null ? {} : { oppilaitosKoodi: number }),
    ...(type === null ? {} : { oppilaitostyyppi: `oppilaitostyyppi_${type}#1` }),
    toimipistekoodi: findText(row, 'site_code') ?? number ?? '',
    match: true,
    nimi: row.name,
    ...(shortName === undefined ? {} : { lyhytNimi: { fi: shortName } }),
    kieletUris: listOf(row.teaching_languages).map((language) => `oppilaitoksenopetuskieli_${LANGUAGES[language] ?? '9'}#1`),
    kotipaikkaUri: `kunta_${textOf(row, 'municipality_code')}`,
    aliOrganisaatioMaara: children.length,
    organisaatiotyypit: listOf(row.kinds).map((kind) => `organisaatiotyyppi_${kind}`),
    status: 'AKTIIVINEN',
    ...(children.length === 0 ? {} : { children }),
  };
}

/** A city's organisations as the national organisation service tells them. */
export function writeOrganisations(city: CityIndex): string {
  const all = city.rows('core_data.organisation');
  const shortNames = new Map(city.rows('core_data.school').map((row): [string, string] => [textOf(row, 'oid'), textOf(row, 'short_name')]));
  const nodes = all.filter((row) => row.parent_organisation_id === null).map((row) => nodeOf(row, [ROOT], all, shortNames));
  return `${JSON.stringify({ numHits: all.length, organisaatiot: nodes }, null, 2)}\n`;
}
