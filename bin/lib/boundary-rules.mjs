/**
 * Who may use whom, a sentence per rule.
 *
 *   libs ← platform ← core-data ← access ← school-admin ← timetable ← teaching
 *   curriculum stands on core-data and access, and teaching on it as well; home-school stands on core-data, access, school-admin and timetable; exchange and privacy read all and nobody imports them;
 *   apps compose; demo fills the tables.
 *
 * A rule sees one import: `from` is a file of the project, `to` is a file of the project, a package or a part of Node.
 */

const ALLOWED = {
  'core-data': [],
  access: ['core-data'],
  'school-admin': ['core-data', 'access'],
  timetable: ['core-data', 'access', 'school-admin'],
  teaching: ['core-data', 'access', 'school-admin', 'timetable', 'curriculum'],
  curriculum: ['core-data', 'access'],
  'home-school': ['core-data', 'access', 'school-admin', 'timetable'],
  exchange: ['core-data', 'access', 'curriculum', 'school-admin', 'timetable', 'teaching', 'home-school'],
  privacy: ['core-data', 'access', 'curriculum', 'school-admin', 'timetable', 'teaching', 'home-school'],
};

const TEST_TOOLS = ['vitest', 'playwright-core', '@sparticuz/chromium', '@axe-core/playwright', 'fast-check'];

const moduleOf = (path) => /^modules\/([^/]+)\//.exec(path)?.[1];
/** The package a file belongs to, as the folder that holds its package.json. */
export const packageOf = (path) => /^(?:libs|modules|apps)\/[^/]+|^(?:platform|demo|e2e|bench)(?=\/)/.exec(path)?.[0];

const under = (...folders) => (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isTest = (path) => /\.test\.(tsx?|mjs)$|(^|\/)testing\//.test(path);
const isWeb = (path) => under('apps/web', 'platform/ui', 'platform/web')(path) || /^modules\/[^/]+\/web\//.test(path);
const isServer = (path) =>
  under('apps/server', 'apps/cli')(path) ||
  /^modules\/[^/]+\/server\//.test(path) ||
  under(...['http', 'db', 'access', 'audit', 'events', 'jobs', 'files', 'config', 'telemetry', 'testing'].map((name) => `platform/${name}`))(path);
const isContract = (path) => /^modules\/[^/]+\/contract\//.test(path);

const file = (test) => (to) => to.kind === 'file' && test(to.name);
const npm = (...names) => (to) => to.kind === 'package' && names.includes(to.name);

/** Shipped code alone is bound: a test may start the server and look anywhere. */
const shipped = (test) => (from) => !isTest(from) && test(from);

export const RULES = [
  {
    name: 'modules-stand-on-what-is-below',
    because: 'a service uses only those below it; everything else goes by event, or the code belongs elsewhere',
    breaks: (from, to) => {
      const [one, other] = [moduleOf(from), to.kind === 'file' ? moduleOf(to.name) : undefined];
      if (isTest(from) || one === undefined || other === undefined || one === other) return false;
      return !(ALLOWED[one] ?? []).includes(other);
    },
  },
  {
    name: 'packages-are-imported-by-name',
    because: 'a relative path out of a package goes around its exports: write @digione/…',
    breaks: (from, to) => {
      // The bundler's own configuration is read by Node before anything resolves the product's packages.
      if (to.kind !== 'file' || !to.isRelative || under('apps/web/vite')(from)) return false;
      const [one, other] = [packageOf(from), packageOf(to.name)];
      return one !== undefined && other !== undefined && one !== other;
    },
  },
  {
    name: 'libs-know-nothing-of-digione',
    because: 'a library can be published alone: it imports neither the platform nor a service',
    breaks: (from, to) => under('libs')(from) && file(under('platform', 'modules', 'apps', 'demo', 'db'))(to),
  },
  {
    name: 'platform-knows-no-service',
    because: 'the kernel stands below every service: what it needs of one is registered by the app that composes them',
    breaks: (from, to) => shipped(under('platform'))(from) && file(under('modules', 'apps', 'demo'))(to),
  },
  {
    name: 'nobody-imports-apps',
    because: 'apps compose, nothing is built on them; only the command line starts the server',
    breaks: (from, to) => {
      if (isTest(from) || to.kind !== 'file' || !under('apps')(to.name) || packageOf(from) === packageOf(to.name)) return false;
      return under('libs', 'platform', 'modules', 'apps', 'demo')(from) && !(under('apps/cli')(from) && under('apps/server')(to.name));
    },
  },
  {
    name: 'only-the-command-line-loads-the-demo',
    because: 'demo people are no part of the product',
    breaks: (from, to) => shipped(under('libs', 'platform', 'modules', 'apps/server', 'apps/web'))(from) && file(under('demo'))(to),
  },
  {
    name: 'contracts-are-pure',
    because: 'a contract is published data: it imports Zod, the platform’s contract package and other contracts, nothing else',
    breaks: (from, to) => shipped(isContract)(from) && !npm('zod')(to) && !file((path) => isContract(path) || under('platform/contract')(path))(to),
  },
  {
    name: 'web-never-imports-server',
    because: 'what runs in the browser calls endpoints by their contract',
    breaks: (from, to) => shipped(isWeb)(from) && file(isServer)(to),
  },
  {
    name: 'server-never-imports-web',
    because: 'the server needs no React and no style sheet',
    breaks: (from, to) => shipped((path) => isServer(path))(from) && (file(isWeb)(to) || npm('react', 'react-dom')(to)),
  },
  {
    name: 'web-uses-no-node',
    because: 'there is no Node in a browser',
    breaks: (from, to) => shipped((path) => isWeb(path) && !under('apps/web/vite')(path) && path !== 'apps/web/vite.config.ts')(from) && to.kind === 'node',
  },
  {
    name: 'only-queries-know-kysely',
    because: 'SQL lives in x.queries.ts, where every query is found',
    breaks: (from, to) => shipped((path) => under('modules', 'apps')(path) && !path.endsWith('.queries.ts'))(from) && npm('kysely')(to),
  },
  {
    name: 'tests-stay-in-tests',
    because: 'what is shipped never imports test tools',
    breaks: (from, to) => shipped(under('libs', 'platform', 'modules', 'apps', 'demo'))(from) && (npm(...TEST_TOOLS)(to) || file(isTest)(to)),
  },
  {
    name: 'shipped-code-uses-runtime-packages',
    because: 'a production install leaves devDependencies out: list the package among the dependencies, with its line in docs/dependencies.md',
    breaks: (from, to) => shipped(under('libs', 'platform', 'modules', 'apps', 'demo'))(from) && to.kind === 'package' && to.isRuntime === false,
  },
  {
    name: 'every-import-is-found',
    because: 'the file or package is not there, or its exports do not offer it',
    breaks: (_from, to) => to.kind === 'missing',
  },
];
