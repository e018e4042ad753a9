import { addDays, type LocalDate } from '@digione/local-date';
import { readJsonFile } from '../pipeline/json-file.ts';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { listJsonFiles } from '../pipeline/input-files.ts';
import { ImportRefused } from '../pipeline/refusal.ts';
import type { Report } from '../pipeline/report.ts';
import { educationFormsOf, institutionTypeOf, kindsOf, languagesOf, municipalityOf, namesOf, OrganisationNode, PROVIDER, SCHOOL } from './organisation-node.ts';
import { readServiceDate } from './service-date.ts';

/** A node as it is staged; names are those of the staged table's columns. */
export interface StagedNode {
  external_id: string;
  provider_oid: string | null;
  parent_oid: string | null;
  /** The nearest institution above. */
  school_oid: string | null;
  file: string;
  line: number;
  kinds: string[];
  name: object;
  short_name: string | null;
  institution_number: string | null;
  institution_type: string | null;
  site_code: string | null;
  business_id: string | null;
  municipality_code: string | null;
  teaching_languages: string[];
  teaching_language: string;
  education_forms: readonly string[];
  valid_from: LocalDate | null;
  /** First day that no longer belongs. */
  valid_to: LocalDate | null;
}

interface Above {
  parentOid: string | null;
  providerOid: string | null;
  schoolOid: string | null;
}

const TOP: Above = { parentOid: null, providerOid: null, schoolOid: null };
const OID = /^\d+(\.\d+){2,40}$/;
const text = (value: string | null | undefined): string | null => value?.trim() || null;

/** Gives every node of the files, parents before children, each with what stands above it. @throws ImportRefused */
export async function* readOrganisations({ path, report, today, progress }: ImportContext): AsyncGenerator<StagedNode> {
  const seen = new Map<string, string>();
  for (const file of await listJsonFiles(path)) {
    let found = 0;
    for await (const { key, line, value } of readJsonFile(file.path, file.name)) {
      if (key !== null && key !== 'organisaatiot') continue;
      found += 1;
      yield* walk(value, TOP, { file: file.name, line, report, seen, today, progress });
    }
    if (found === 0) throw new ImportRefused('no-organisations', { file: file.name });
  }
}

interface Reading extends Pick<ImportContext, 'report' | 'today' | 'progress'> {
  file: string;
  line: number;
  seen: Map<string, string>;
}

function* walk(value: unknown, above: Above, reading: Reading): Generator<StagedNode> {
  const { report, file, line, seen } = reading;
  const parsed = OrganisationNode.safeParse(value);
  report.read += 1;
  reading.progress('reading', report.read);
  if (!parsed.success) {
    // A file of another kind is told as such, not as ten thousand wrong rows.
    if (report.read === 1) throw new ImportRefused('no-organisations', { file, line });
    report.count('organisation', 'refused');
    report.add('error', 'not-an-organisation', { file, line, field: parsed.error.issues[0]?.path.join('.') ?? '' });
    return;
  }
  const node = parsed.data;
  const wrong = findFault(node, seen, report, { file, line });
  seen.set(node.oid, file);
  if (wrong) report.count('organisation', 'refused');
  const kinds = kindsOf(node);
  const here: Above = {
    parentOid: node.oid,
    providerOid: kinds.includes(PROVIDER) ? node.oid : above.providerOid,
    schoolOid: kinds.includes(SCHOOL) ? node.oid : above.schoolOid,
  };
  if (!wrong) yield stagedFrom(node, kinds, above, here, reading);
  for (const child of node.children ?? []) yield* walk(child, here, reading);
}

function findFault(node: OrganisationNode, seen: ReadonlyMap<string, string>, report: Report, place: { file: string; line: number }): boolean {
  const tell = (code: string, field: string, value: string): true => {
    report.add('error', code, { ...place, field, values: { oid: node.oid, value } });
    return true;
  };
  if (!OID.test(node.oid)) return tell('bad-oid', 'oid', node.oid);
  if (seen.has(node.oid)) return tell('duplicate-oid', 'oid', node.oid);
  if (kindsOf(node).length === 0) return tell('missing-kind', 'organisaatiotyypit', '');
  if (Object.keys(namesOf(node.nimi)).length === 0) return tell('missing-name', 'nimi', '');
  const [from, to] = [readServiceDate(node.alkuPvm), readServiceDate(node.lakkautusPvm)];
  if (from === undefined) return tell('bad-service-date', 'alkuPvm', String(node.alkuPvm));
  if (to === undefined) return tell('bad-service-date', 'lakkautusPvm', String(node.lakkautusPvm));
  if (from !== null && to !== null && to < from) return tell('dates-reversed', 'lakkautusPvm', `${from} – ${to}`);
  return false;
}

function stagedFrom(node: OrganisationNode, kinds: string[], above: Above, here: Above, { file, line, report, today }: Reading): StagedNode {
  const closed = readServiceDate(node.lakkautusPvm) ?? null;
  const from = readServiceDate(node.alkuPvm) ?? null;
  const isPassive = node.status === 'PASSIIVINEN';
  if (isPassive && closed === null) report.add('warning', 'passive-without-date', { file, line, field: 'lakkautusPvm', values: { oid: node.oid, name: namesOf(node.nimi).fi ?? '' } });
  // The day of closing is the last; one that is closed without a date is so at the latest today.
  const lastPassive = from !== null && from > today ? from : today;
  const institutionType = institutionTypeOf(node);
  const languages = languagesOf(node);
  return {
    external_id: node.oid,
    provider_oid: here.providerOid,
    parent_oid: here.providerOid === node.oid ? null : above.parentOid,
    school_oid: here.schoolOid,
    file,
    line,
    kinds,
    name: namesOf(node.nimi),
    short_name: text(namesOf(node.lyhytNimi).fi),
    institution_number: /^\d{5}$/.test(node.oppilaitosKoodi ?? '') ? text(node.oppilaitosKoodi) : null,
    institution_type: institutionType,
    site_code: text(node.toimipistekoodi),
    business_id: text(node.ytunnus),
    municipality_code: municipalityOf(node),
    teaching_languages: languages,
    teaching_language: languages[0] === 'sv' ? 'sv' : languages.includes('fi') ? 'fi' : (languages[0] ?? 'fi'),
    education_forms: educationFormsOf(institutionType),
    valid_from: from,
    valid_to: closed === null ? (isPassive ? lastPassive : null) : addDays(closed, 1),
  };
}
