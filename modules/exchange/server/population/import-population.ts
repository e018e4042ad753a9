import type { ImportContext, Importer } from '../pipeline/import-kind.ts';
import { reportIgnored } from '../pipeline/ignored.queries.ts';
import { ImportRefused } from '../pipeline/refusal.ts';
import { applyPlan, countPlan, listTouchedPeople, planSync, type Plan, type SyncSpec } from '../pipeline/sync.queries.ts';
import { countBlocked, countStaleCustody, GUARDIANSHIP, keepSchoolsRestrictions, mergeCustodyFacts, saveCustodyFacts, stageCustody } from './custody.queries.ts';
import { ENDINGS, stageEndings } from './endings.queries.ts';
import { applyCodes, countCodes, listCodesOfOthers, listPeopleWithNewCodes, stageCodes } from './identity-codes.queries.ts';
import { chooseValues, keepSchoolsProtection, mergeValueFacts, PERSON, saveValueFacts, stagePeople, stagePersonRows } from './person-values.queries.ts';
import { dropUnresolvedRelations, listUnknownAddressees, resolvePersons, resolveRelations } from './resolve.queries.ts';
import { stageMessages } from './stage-messages.ts';
import { PERSON_ADDRESS, PERSON_NAME, stageAddresses, stageNames } from './timelines.queries.ts';

const SOURCE = 'population-register';

/**
 * Changes of the population register: names, addresses, custody, non-disclosure, death, identity codes. Messages come in any order and
 * more than once; access is only ever given by what the register has said last, and never against the school's own word.
 */
export const populationImporter: Importer = {
  source: SOURCE,
  apart: [],
  async prepare(context) {
    const { tx, report } = context;
    await stageMessages(context);
    context.progress('comparing', 0);
    await resolvePersons(tx);
    await tellUnknown(context);
    await resolveRelations(tx);
    const nobodys = await dropUnresolvedRelations(tx);
    if (nobodys > 0) report.add('notice', 'relations-outside', { values: { count: nobodys } });
    await mergeValueFacts(tx);
    await chooseValues(tx);
    await stagePeople(tx);
    for (const place of await keepSchoolsProtection(tx)) report.add('warning', 'protection-by-school', place);
    await stagePersonRows(tx);
    await mergeCustodyFacts(tx);
    const stale = await countStaleCustody(tx);
    if (stale > 0) report.add('notice', 'older-message', { values: { count: stale } });
    await stageCustody(tx);
    await stageNames(tx);
    await stageAddresses(tx);
    await stageEndings(tx);
    await stageCodes(tx);
    for (const place of await listCodesOfOthers(tx)) report.add('error', 'identity-code-of-another', place);
    const codes = await countCodes(tx);
    report.count('identity_code', 'created', codes.created);
    report.count('identity_code', 'changed', codes.changed);
    report.count('identity_code', 'unchanged', codes.unchanged);

    const plans: Plan[] = [];
    const digests = [`codes:${codes.created}:${codes.changed}`];
    for (const spec of [PERSON, PERSON_NAME, PERSON_ADDRESS, GUARDIANSHIP, ...ENDINGS]) {
      const plan = await plannedWithSchoolsWord(context, spec);
      plans.push(plan);
      digests.push(await countPlan(tx, plan, report));
      await reportIgnored(tx, plan, report);
    }
    return {
      digest: digests.join('|'),
      personIds: [...new Set([...(await listTouchedPeople(tx, plans)), ...(await listPeopleWithNewCodes(tx))])],
      async apply() {
        for (const plan of plans) await applyPlan(tx, SOURCE, plan);
        await applyCodes(tx, SOURCE);
        await saveCustodyFacts(tx);
        await saveValueFacts(tx);
      },
    };
  },
};

async function plannedWithSchoolsWord({ tx, report }: ImportContext, spec: SyncSpec): Promise<Plan> {
  const plan = await planSync(tx, SOURCE, spec);
  if (spec !== GUARDIANSHIP) return plan;
  await keepSchoolsRestrictions(tx, plan);
  const blocked = await countBlocked(tx, plan);
  if (blocked > 0) report.add('notice', 'block-stays', { values: { count: blocked } });
  return plan;
}

async function tellUnknown({ tx, report, personId, fileName }: ImportContext): Promise<void> {
  for (const { file, line, groups, isNamed, isGiven } of await listUnknownAddressees(tx)) {
    if (!isNamed && personId === undefined) throw new ImportRefused('person-missing', { file: file || fileName, line });
    report.count('register_group', isNamed ? 'skipped' : 'refused', groups);
    if (isGiven) report.add('error', 'unknown-person', { file, line, values: { id: personId ?? '' } });
    else if (isNamed) report.add('notice', 'not-our-person', { file, line });
  }
}
