// `npm test`: everything that must hold, with the seconds of each step; the last line is `N passed, N failed`.
// `npm test -- modules/teaching` runs the tests of a folder alone.
import './lib/check-node.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './lib/ensure-built.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, Refusal, runNode } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = (...path) => join(root, 'node_modules', ...path);

const CHECKS = [
  { name: 'types', args: [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', args: [program('oxlint', 'bin', 'oxlint'), '--type-aware', '--quiet'] },
  { name: 'boundaries', args: [join(root, 'bin', 'boundaries.mjs')] },
  { name: 'generated', args: [program('tsx', 'dist', 'cli.mjs'), 'db/generate.ts', '--check'] },
];

const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** @returns whether it passed; what a failed check said is shown. */
async function check({ name, args }) {
  const began = performance.now();
  const { status, output } = await runNode(args, { cwd: root });
  console.log(`${status === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${secondsSince(began)}`);
  if (status !== 0) console.log(output.trimEnd());
  return status === 0;
}

/** Builds what the browser tests look at. @returns whether it could be built. */
async function build() {
  try {
    await ensureBuilt(root, ['server', 'web']);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(`✗ build\n${error.message}`.trimEnd());
    return false;
  }
}

/** @returns how many tests passed and failed; a run that broke down counts as one failure. */
async function runTests(only) {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'digione-report-'));
  const report = join(folder, 'report.json');
  const args = [program('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only];
  const status = await new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } });
    child.on('error', fail);
    child.on('close', done);
  });
  const { passed, failed, skipped } = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  console.log(`${status === 0 ? '✓' : '✗'} ${'tests'.padEnd(12)} ${secondsSince(began)}${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function readReport(file) {
  try {
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    // A file that cannot even be loaded has no tests to count.
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length;
    return { passed, failed: failed + broken, skipped: pending };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

void main(async () => {
  const only = process.argv.slice(2);
  await ensureInstalled(root, { wantsDevelopment: true });
  const checks = only.length > 0 ? [] : CHECKS;
  // The checks share the two cores; the tests want them for themselves.
  const outcomes = await Promise.all(checks.map(check));
  if (only.length === 0) outcomes.push(await build());
  const { passed, failed } = await runTests(only);
  const broken = failed + outcomes.filter((isPassed) => !isPassed).length;
  console.log(`${passed} passed, ${broken} failed`);
  process.exitCode = broken === 0 ? 0 : 1;
});
