import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageReader } from './web.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digione-page-'));
  file = join(folder, 'index.html');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param at seconds; a build later than another */
function build(page: string, at: number): void {
  writeFileSync(file, page);
  utimesSync(file, at, at);
}

test('a build under a running server is served to the next visitor', () => {
  build('<html>one</html>', 1);
  const read = pageReader(file);
  expect(read()).toBe('<html>one</html>');
  build('<html>two</html>', 2);
  expect(read()).toBe('<html>two</html>');
});

test('while it is being built the last whole page is served', () => {
  build('<html>one</html>', 1);
  const read = pageReader(file);
  build('<html>tw', 2);
  expect(read()).toBe('<html>one</html>');
  rmSync(file);
  expect(read()).toBe('<html>one</html>');
  build('<html>two</html>', 3);
  expect(read()).toBe('<html>two</html>');
});
