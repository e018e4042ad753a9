import type { ImportContext, Importer, PreparedImport } from '../pipeline/import-kind.ts';
import { reportIgnored } from '../pipeline/ignored.queries.ts';
import { withoutTenantScope } from '../pipeline/scope.queries.ts';
import { analyzeStage, createStage, StageWriter } from '../pipeline/stage.queries.ts';
import { applyPlan, countPlan, planSync, type Plan } from '../pipeline/sync.queries.ts';
import { matchAll, matchNew, matchOne, type ProviderMatch } from './match-providers.ts';
import {
  applyProviders,
  countProviders,
  listDoubleClaims,
  listKnownProviders,
  listNodesOutside,
  listProviderNodes,
  NODE_COLUMNS,
  ORGANISATION,
  SCHOOL,
  SITE,
  stageProviders,
  stageSchools,
} from './organisations.queries.ts';
import { namesOf } from './organisation-node.ts';
import { readOrganisations, type StagedNode } from './read-organisations.ts';

const SOURCE = 'organisation-service';
/** Beyond this, nodes left out are told as a number. */
const MAX_NAMED = 500;

/**
 * Organisations as the national organisation service returns them: every node of kind 01 is an education provider (a tenant), all below
 * it are its organisations, those of kind 02 its schools and of 03 their sites.
 */
export const organisationImporter: Importer = {
  source: SOURCE,
  apart: ['provider', 'school', 'school_site'],
  async prepare(context) {
    const { tx, provider } = context;
    if (provider !== undefined) return prepare(context);
    const prepared = await withoutTenantScope('organisations of many providers, by the operator', tx, () => prepare(context));
    return { ...prepared, apply: () => withoutTenantScope('organisations of many providers, by the operator', tx, prepared.apply) };
  },
};

async function prepare(context: ImportContext): Promise<PreparedImport> {
  const { tx, report } = context;
  await createStage(tx, 'staged_node', NODE_COLUMNS);
  const writer = new StageWriter<StagedNode>(tx, 'staged_node');
  for await (const node of readOrganisations(context)) await writer.add(node);
  await writer.flush();
  await analyzeStage(tx, 'staged_node');
  context.progress('comparing', 0);
  await stageProviders(tx, await matchProviders(context));
  await tellNodesOutside(context);
  const providers = await countProviders(tx);
  report.count('provider', 'created', providers.created);
  report.count('provider', 'changed', providers.changed);
  report.count('provider', 'unchanged', providers.unchanged);
  await stageSchools(tx);
  for (const { file, line, oid, number } of await listDoubleClaims(tx)) report.add('warning', 'institution-number-twice', { file, line, field: 'oppilaitosKoodi', values: { oid, number } });
  const plans: Plan[] = [];
  const digests = [`provider:${providers.created}:${providers.changed}:${providers.digest}`];
  for (const spec of [ORGANISATION, SCHOOL, SITE]) {
    const plan = await planSync(tx, SOURCE, spec);
    plans.push(plan);
    digests.push(await countPlan(tx, plan, report));
    await reportIgnored(tx, plan, report);
  }
  return {
    digest: digests.join('|'),
    personIds: [],
    async apply() {
      await applyProviders(tx, SOURCE);
      for (const plan of plans) await applyPlan(tx, SOURCE, plan);
    },
  };
}

async function matchProviders({ tx, provider, wantedProviderKey }: ImportContext): Promise<ProviderMatch[]> {
  const [nodes, known] = [await listProviderNodes(tx), await listKnownProviders(tx)];
  const own = known.find(({ educationProviderId }) => educationProviderId === provider?.educationProviderId);
  if (own !== undefined) return [matchOne(nodes, own)];
  return wantedProviderKey === undefined ? matchAll(nodes, known) : [matchNew(nodes, wantedProviderKey, known)];
}

/** Nothing in the file is lost silently: what DigiOne does not keep is counted and named, with the reason. */
async function tellNodesOutside({ tx, report }: ImportContext): Promise<void> {
  const outside = await listNodesOutside(tx);
  report.count('organisation', 'skipped', outside.length);
  const ofOthers = outside.filter(({ isOtherProviders }) => isOtherProviders);
  if (ofOthers.length > 0) report.add('notice', 'other-providers', { file: ofOthers[0]?.file ?? '', values: { count: ofOthers.length } });
  const rootless = outside.filter(({ isOtherProviders }) => !isOtherProviders);
  for (const { file, line, oid, name, kinds } of rootless.slice(0, MAX_NAMED)) {
    const { fi, sv, en } = namesOf(name);
    report.add('notice', 'under-no-provider', { file, line, field: 'organisaatiotyypit', values: { oid, name: fi ?? sv ?? en ?? '', kinds: kinds.join(', ') } });
  }
}
