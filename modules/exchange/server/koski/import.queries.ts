import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { findIdentityCodeParts } from '@digione/identifiers';
import { isObject, isText, type Json, type JsonObject } from '@digione/koski';
import type { Transaction } from '@digione/platform/db';
import { findLearnerId } from './learner.queries.ts';

const provider = sql`(select platform.current_provider())`;
const SOURCE = 'koski';
const textOf = (value: Json | undefined): string | null => (isText(value) && value !== '' ? value : null);

/** The learner a document is about: the one known by number or identity code, else a new person by what the document says. */
export async function takeInLearner(tx: Transaction, learner: JsonObject): Promise<{ personId: string; isNew: boolean } | undefined> {
  const [oid, code] = [textOf(learner['oid']), textOf(learner['hetu'])];
  for (const wanted of [oid, code]) {
    const known = wanted === null ? undefined : await findLearnerId(tx, wanted);
    if (known === undefined) continue;
    if (oid !== null) await sql`update core_data.person set learner_number = ${oid} where education_provider_id = ${provider} and person_id = ${known} and learner_number is null`.execute(tx.db);
    return { personId: known, isNew: false };
  }
  const [firstNames, lastName] = [textOf(learner['etunimet']), textOf(learner['sukunimi'])];
  if (firstNames === null || lastName === null || (oid === null && code === null)) return undefined;
  const personId = uuidv7();
  const callName = textOf(learner['kutsumanimi']) ?? firstNames.split(/[ -]/)[0] ?? firstNames;
  const bornOn = textOf(learner['syntymäaika']) ?? (code === null ? null : (findIdentityCodeParts(code)?.bornOn ?? null));
  const tongue = learner['äidinkieli'];
  const motherTongue = isObject(tongue) ? (textOf(tongue['koodiarvo'])?.toLowerCase() ?? null) : null;
  await sql`insert into core_data.person (education_provider_id, person_id, learner_number, first_names, call_name, last_name, born_on, mother_tongue, source)
    values (${provider}, ${personId}, ${oid}, ${firstNames}, ${callName}, ${lastName}, ${bornOn}, ${motherTongue}, ${SOURCE})`.execute(tx.db);
  if (code !== null) {
    await sql`insert into core_data.person_identity_code (education_provider_id, person_identity_code_id, person_id, personal_identity_code, source)
      values (${provider}, ${uuidv7()}, ${personId}, ${code}, ${SOURCE})`.execute(tx.db);
  }
  return { personId, isNew: true };
}

function nameOf(organisation: JsonObject, oid: string): JsonObject {
  const { nimi } = organisation;
  return isObject(nimi) && Object.keys(nimi).length > 0 ? nimi : { fi: oid };
}

/** The school of an organisation; one that is not known yet comes in with the name the document gives it. */
export async function takeInSchool(tx: Transaction, organisation: JsonObject, educationForm: string): Promise<{ schoolId: string; oid: string; isNew: boolean } | undefined> {
  const oid = textOf(organisation['oid']);
  if (oid === null) return undefined;
  const { rows } = await sql<{ schoolId: string }>`
    select coalesce(s.school_id, site.school_id) as "schoolId" from (select ${oid}::text as oid) wanted
    left join core_data.school s on s.education_provider_id = ${provider} and s.oid = wanted.oid
    left join core_data.school_site site on site.education_provider_id = ${provider} and site.oid = wanted.oid`.execute(tx.db);
  const known = rows[0]?.schoolId;
  if (known !== undefined && known !== null) return { schoolId: known, oid, isNew: false };
  const schoolId = uuidv7();
  const number = organisation['oppilaitosnumero'];
  await sql`insert into core_data.school (education_provider_id, school_id, oid, institution_number, name, education_forms, source)
    values (${provider}, ${schoolId}, ${oid}, ${isObject(number) ? textOf(number['koodiarvo']) : null}, ${JSON.stringify(nameOf(organisation, oid))}::jsonb, ${[educationForm]}, ${SOURCE})`.execute(tx.db);
  return { schoolId, oid, isNew: true };
}
