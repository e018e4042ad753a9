import { describe, expect, test } from 'vitest';
import { RULES } from './lib/boundary-rules.mjs';
import { findCircles } from './lib/imports.mjs';

const own = (name, isRelative = false) => ({ kind: 'file', name, isRelative });
const npm = (name) => ({ kind: 'package', name, isRuntime: true });
const node = (name) => ({ kind: 'node', name });
const broken = (from, to) => RULES.filter((rule) => rule.breaks(from, to)).map(({ name }) => name);

describe('an import that goes against the grain breaks its rule', () => {
  test.each([
    ['modules/core-data/server/a.ts', own('modules/access/server/index.ts'), 'modules-stand-on-what-is-below'],
    ['modules/teaching/web/a.tsx', own('modules/home-school/contract/index.ts'), 'modules-stand-on-what-is-below'],
    ['modules/teaching/server/a.ts', own('modules/exchange/contract/index.ts'), 'modules-stand-on-what-is-below'],
    ['modules/unheard-of/server/a.ts', own('modules/core-data/server/index.ts'), 'modules-stand-on-what-is-below'],
    ['modules/access/server/a.ts', own('platform/db/index.ts', true), 'packages-are-imported-by-name'],
    ['libs/oneroster/src/a.ts', own('libs/local-date/src/week.ts', true), 'packages-are-imported-by-name'],
    ['libs/oneroster/src/a.ts', own('platform/time/index.ts'), 'libs-know-nothing-of-digione'],
    ['platform/http/a.ts', own('modules/access/server/index.ts'), 'platform-knows-no-service'],
    ['modules/access/server/a.ts', own('apps/server/src/index.ts'), 'nobody-imports-apps'],
    ['apps/server/src/a.ts', own('apps/cli/src/index.ts'), 'nobody-imports-apps'],
    ['apps/server/src/a.ts', own('demo/index.ts'), 'only-the-command-line-loads-the-demo'],
    ['modules/access/contract/me.ts', own('platform/db/index.ts'), 'contracts-are-pure'],
    ['modules/access/contract/me.ts', npm('kysely'), 'contracts-are-pure'],
    ['modules/access/web/a.tsx', own('modules/access/server/index.ts'), 'web-never-imports-server'],
    ['platform/ui/a.tsx', own('platform/http/index.ts'), 'web-never-imports-server'],
    ['modules/access/server/a.ts', npm('react'), 'server-never-imports-web'],
    ['modules/access/web/a.tsx', node('node:fs'), 'web-uses-no-node'],
    ['modules/access/server/a.routes.ts', npm('kysely'), 'only-queries-know-kysely'],
    ['platform/http/a.ts', npm('vitest'), 'tests-stay-in-tests'],
    ['modules/access/server/a.ts', own('apps/server/testing/world.ts'), 'tests-stay-in-tests'],
    ['libs/oneroster/src/a.ts', { ...npm('fflate'), isRuntime: false }, 'shipped-code-uses-runtime-packages'],
    ['modules/access/server/a.ts', { kind: 'missing', name: './gone.ts' }, 'every-import-is-found'],
  ])('%s → %o', (from, to, rule) => {
    expect(broken(from, to)).toContain(rule);
  });
});

test.each([
  ['modules/teaching/server/a.queries.ts', npm('kysely')],
  ['modules/teaching/server/a.ts', own('modules/timetable/contract/index.ts')],
  ['modules/teaching/server/a.test.ts', own('apps/server/testing/world.ts')],
  ['modules/access/contract/me.ts', own('platform/contract/index.ts')],
  ['modules/access/contract/me.ts', npm('zod')],
  ['apps/cli/src/commands/start.ts', own('apps/server/src/index.ts')],
  ['apps/cli/src/commands/start.ts', own('demo/index.ts')],
  ['apps/web/vite.config.ts', node('node:path')],
  ['platform/db/migrate.ts', npm('kysely')],
  ['libs/oneroster/src/a.ts', own('libs/local-date/src/index.ts')],
  ['modules/access/server/session/a.ts', own('modules/access/server/actions.ts', true)],
])('%s → %o goes with the grain', (from, to) => {
  expect(broken(from, to)).toEqual([]);
});

test('a circle is found once, with its whole way; types and lazy imports close none', () => {
  const edge = (from, to, more = {}) => ({ from, to: own(to, true), isType: false, isLazy: false, ...more });
  expect(findCircles([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual([['b', 'c', 'b']]);
  expect(findCircles([edge('a', 'b'), edge('b', 'a', { isType: true })])).toEqual([]);
  expect(findCircles([edge('a', 'b'), edge('b', 'a', { isLazy: true })])).toEqual([]);
});
