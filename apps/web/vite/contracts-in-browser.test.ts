import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const contracts = readdirSync(join(root, 'modules')).filter((module) => existsSync(join(root, 'modules', module, 'contract/index.ts')));

test.each(contracts)('the contract of %s runs without Zod, as the browser runs it', async (module) => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'modules', module, 'contract/index.ts')],
    alias: { zod: join(import.meta.dirname, 'zod-in-browser.ts') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const program = outputFiles[0]?.text ?? '';
  const declared: Record<string, unknown> = await import(`data:text/javascript;base64,${Buffer.from(program).toString('base64')}`);
  const endpoints = Object.values(declared).filter((value) => typeof value === 'object' && value !== null && 'path' in value && 'method' in value);
  expect(endpoints.length).toBeGreaterThan(0);
});
