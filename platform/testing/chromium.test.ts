import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';

const font = readFileSync(createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
const page = `<!doctype html><html lang="fi"><title>Sivu</title><style>
  @font-face { font-family: Own; src: url(/font.woff2) }
  body { margin: 0 } h1 { font: 40px Own; margin: 0; display: inline-block } p { font: 40px serif; display: inline-block; margin: 0 }
</style><h1>Hyvää huomenta, äiti</h1><br><p>Hyvää huomenta, äiti</p></html>`;

let server: Server;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/font.woff2') response.setHeader('content-type', 'font/woff2').end(font);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

test('the packaged browser renders a page of this machine, in the page’s own font and in the one that stands in', async () => {
  const tab = await browser.newPage({ viewport: { width: 600, height: 120 } });
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.evaluate(() => document.fonts.ready);
  expect(await tab.evaluate(() => document.fonts.check('40px Own'))).toBe(true);
  const widths = await tab.evaluate(() => ['h1', 'p'].map((tag) => document.querySelector(tag)?.getBoundingClientRect().width ?? 0));
  const [own = 0, standIn = 0] = widths;
  expect(own).toBeGreaterThan(200);
  expect(standIn).toBeGreaterThan(200);
  // Without any font, each letter would be an empty box of one width.
  expect(standIn).not.toBe(own);
  const picture = await tab.screenshot();
  expect(picture.length).toBeGreaterThan(2000);
  await tab.close();
});
