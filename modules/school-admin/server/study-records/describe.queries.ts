import { sql } from 'kysely';
import type { Actor } from '@digione/platform/access';
import type { LocalizedText } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { Language } from '@digione/platform/i18n';
import type { StudyAttainment, StudyRecord, StudyRight } from '../../contract/index.ts';
import { isKeptBy, visibleTo } from './visible.queries.ts';
import { judgeStudyRight } from './judge.ts';
import { recordOf, type KeptAttainment } from './record.ts';
import { listStudyRights, ofLearner, type StudyRightRow } from './records.queries.ts';

const provider = sql`(select platform.current_provider())`;
type Names = ReadonlyMap<string, LocalizedText>;
const keyOf = (set: string | null, code: string | null): string => `${set ?? ''} ${code ?? ''}`;
const SUBJECTS = 'koskioppiaineetyleissivistava';

/** What codes are called: by the national code sets where they are loaded, subjects by the provider's own list. */
async function namesOf(tx: Transaction, rows: readonly StudyRightRow[]): Promise<Names> {
  const wanted = rows.flatMap((row) => recordOf(row).attainments.flatMap(all)).map(({ code, codeSet }) => ({ set: codeSet, code }));
  if (wanted.length === 0) return new Map();
  const { rows: found } = await sql<{ set: string; code: string; name: LocalizedText }>`
    with wanted as materialized (select distinct w.set, w.code from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (set text, code text))
    select w.set, w.code, coalesce(
      (select c.name from core_data.code c where c.code_set = w.set and c.code = w.code order by c.version desc limit 1),
      (select s.name from core_data.subject s where s.education_provider_id = ${provider} and w.set = ${SUBJECTS} and w.code in (s.national_code, s.code) order by s.valid desc limit 1)) as name
    from wanted w`.execute(tx.db);
  return new Map(found.flatMap(({ set, code, name }) => (name === null ? [] : [[keyOf(set, code), name]])));
}

const all = (attainment: KeptAttainment): readonly KeptAttainment[] => [attainment, ...attainment.parts.flatMap(all)];

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function localText(value: unknown): LocalizedText | null {
  if (typeof value !== 'object' || value === null) return null;
  const said = Object.fromEntries(Object.entries(value).flatMap(([language, text]) => (['fi', 'sv', 'en'].includes(language) && textOf(text) !== undefined ? [[language, text]] : [])));
  return Object.keys(said).length === 0 ? null : said;
}

/** The grounds of a recognition in the reader's language, else in whichever it has. */
function groundsOf(recognition: KeptAttainment['recognition'], language: Language): string | null {
  const said = localText(recognition?.['selite']);
  return said === null ? null : (said[language] ?? said.fi ?? said.sv ?? said.en ?? null);
}

function describeAttainment(attainment: KeptAttainment, names: Names, language: Language, depth: number, parentAttainmentId: string | null): StudyAttainment[] {
  const { parts, isTold: _told, more: _more, siteOid: _site, markSet: _set, languageSet: _languages, teachingLanguage: _teaching, curriculum: _curriculum, recognition, name, kind, code, ...own } = attainment;
  return [
    {
      ...own,
      kind: kind ?? '',
      code: code ?? '',
      name: localText(name) ?? names.get(keyOf(own.codeSet, code)) ?? null,
      recognition: groundsOf(recognition, language),
      depth,
      parentAttainmentId,
    },
    ...parts.flatMap((part) => describeAttainment(part, names, language, depth + 1, attainment.attainmentId)),
  ];
}

function describeRight(row: StudyRightRow, names: Names, actor: Actor, today: string, language: Language): StudyRight {
  const record = recordOf(row);
  return {
    studyRightId: row.studyRightId,
    version: row.version,
    educationForm: row.educationForm,
    schoolName: row.schoolName,
    oid: row.oid,
    startsOn: row.startsOn,
    lastDay: row.lastDay,
    expectedEndOn: record.expectedEndOn,
    periods: record.periods.map(({ startsOn, state, funding }) => ({ startsOn, state, funding })),
    information: record.information.map(({ kind, startsOn, endsOn }) => ({ kind, startsOn, endsOn })),
    attainments: record.attainments.flatMap((one) => describeAttainment(one, names, language, 0, null)),
    findings: judgeStudyRight(row, today, language),
    can: { change: isKeptBy(actor, row.schoolId) },
  };
}

/** The learner's study record as the reader may see it. */
export async function describeStudyRecord(tx: Transaction, actor: Actor, learnerId: string, today: string, language: Language): Promise<StudyRecord | undefined> {
  const [learner, rows] = await Promise.all([
    tx.db.selectFrom('core_data.person').where('person_id', '=', learnerId).select(['person_id as personId', 'call_name as callName', 'last_name as lastName']).executeTakeFirst(),
    listStudyRights(tx, ofLearner(learnerId), visibleTo(actor)),
  ]);
  if (learner === undefined) return undefined;
  const names = await namesOf(tx, rows);
  return { learner, studyRights: rows.map((row) => describeRight(row, names, actor, today, language)).reverse() };
}
