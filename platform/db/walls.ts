import type pg from 'pg';

/** The database is not safe to serve from; the message lists every fault. */
export class WallsBroken extends Error {}

/** Tables that are the same for every provider or belong to an account, with the policies the app's role may have on them. */
const WITHOUT_PROVIDER: Readonly<Record<string, readonly string[]>> = {
  'core_data.code_set': ['public_reading'],
  'core_data.code': ['public_reading'],
  'access.account': ['own_account'],
  'access.account_login': [],
  'access.account_identity': ['own_identity'],
  'access.session': ['own_session'],
  'access.sign_in_attempt': [],
  'access.oidc_payload': [],
  'access.used_logout_token': [],
  'audit.seal': [],
  'platform.rate_limit': ['counting'],
};

/**
 * Tables of which some rows are the platform's own and public: published documents. Every provider may read those, none may write
 * them. The condition is compared to the letter.
 */
const SHARED_READING: ReadonlySet<string> = new Set(['curriculum.edition', 'curriculum.element']);
const SHARED_CONDITION = "(education_provider_id = '00000000-0000-0000-0000-000000000000'::uuid)";

const TENANT_CONDITION =
  "(education_provider_id = ( SELECT (NULLIF(current_setting('app.education_provider_id'::text, true), ''::text))::uuid AS \"nullif\"))";

/** Functions that run with the owner's rights; each is small and says in its comment what it opens. */
const DEFINER_FUNCTIONS = new Set(['access.find_signed_in', 'access.touch_session', 'access.find_persons_by', 'access.open_account']);

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'migration', 'graphile_worker') and n.nspname not like 'pg_%'`;

interface TableRow {
  name: string;
  isForced: boolean;
  policies: { name: string; condition: string | null; check: string | null; command: string; isPermissive: boolean }[] | null;
  canTruncate: boolean;
}

/**
 * Every way in which the walls between providers could be open: a table without forced row-level security, a
 * missing or loosened policy, an app role that owns or bypasses, a view or function that sees more than its caller.
 * Asserted before a server serves, and by the schema's tests after each policy is broken on purpose.
 */
export async function findWallFaults(client: pg.Pool | pg.ClientBase): Promise<string[]> {
  const faults: string[] = [];
  const { rows: roles } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: number }>(
    // Temporary tables are gone with their transaction: an import that runs in another process is no fault.
    `select rolsuper, rolbypassrls, (select count(*) from pg_class c where c.relowner = r.oid and c.relpersistence <> 't')::int as owns from pg_roles r where rolname = 'digione_app'`,
  );
  const role = roles[0];
  if (role === undefined) faults.push('the role digione_app is missing');
  else {
    if (role.rolsuper || role.rolbypassrls) faults.push('the role digione_app can bypass row-level security');
    if (role.owns > 0) faults.push('the role digione_app owns tables');
  }

  const { rows: tables } = await client.query<TableRow>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isForced",
      has_table_privilege('digione_app', c.oid, 'truncate') as "canTruncate",
      (select jsonb_agg(jsonb_build_object('name', p.polname, 'condition', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
          'command', p.polcmd, 'isPermissive', p.polpermissive))
       from pg_policy p where p.polrelid = c.oid
         and (p.polroles = '{0}' or exists (select from unnest(p.polroles) r where pg_has_role('digione_app', r, 'member')))) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS} order by 1`);
  for (const table of tables) {
    const policies = table.policies ?? [];
    if (!table.isForced) faults.push(`${table.name} has no forced row-level security`);
    if (table.canTruncate) faults.push(`${table.name} can be emptied by the app`);
    const allowed = WITHOUT_PROVIDER[table.name];
    if (allowed !== undefined) {
      for (const policy of policies) if (!allowed.includes(policy.name)) faults.push(`${table.name} has the unknown policy ${policy.name}`);
      for (const name of allowed) if (!policies.some((policy) => policy.name === name)) faults.push(`${table.name} lacks the policy ${name}`);
      continue;
    }
    const tenant = policies.find((policy) => policy.name === 'tenant');
    if (tenant === undefined) faults.push(`${table.name} lacks the tenant policy`);
    else if (tenant.condition !== TENANT_CONDITION || tenant.check !== TENANT_CONDITION || tenant.command !== '*') faults.push(`${table.name} has a loosened tenant policy`);
    const isShared = SHARED_READING.has(table.name);
    const shared = policies.find((policy) => isShared && policy.name === 'shared_reading');
    if (isShared && shared === undefined) faults.push(`${table.name} lacks the policy shared_reading`);
    if (shared !== undefined && (shared.condition !== SHARED_CONDITION || shared.check !== null || shared.command !== 'r')) faults.push(`${table.name} has a loosened policy shared_reading`);
    for (const policy of policies) if (policy.name !== 'tenant' && policy !== shared && policy.isPermissive) faults.push(`${table.name} has the unknown policy ${policy.name}`);
  }

  const { rows: views } = await client.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${OURS} and not coalesce(c.reloptions @> '{security_invoker=true}', false)`);
  for (const view of views) faults.push(`the view ${view.name} sees more than the one who asks`);

  const { rows: functions } = await client.query<{ name: string; isPublic: boolean; hasPath: boolean }>(`
    select n.nspname || '.' || p.proname as name, p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as "isPublic",
      coalesce(array_to_string(p.proconfig, ',') like '%search_path=%', false) as "hasPath"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}`);
  for (const each of functions) {
    if (!DEFINER_FUNCTIONS.has(each.name)) faults.push(`the function ${each.name} runs with the owner's rights without being listed`);
    if (each.isPublic) faults.push(`the function ${each.name} can be called by anyone`);
    if (!each.hasPath) faults.push(`the function ${each.name} has an open search path`);
  }
  return faults;
}

/** @throws WallsBroken with every fault */
export async function assertWalls(pool: pg.Pool): Promise<void> {
  const faults = await findWallFaults(pool);
  if (faults.length > 0) throw new WallsBroken(`The database is not safe to serve: ${faults.join('; ')}.`);
}
