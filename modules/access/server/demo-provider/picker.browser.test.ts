import { createServer } from 'node:net';
import { once } from 'node:events';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '@digione/app-server/testing';
import { launchChromium } from '@digione/platform/testing';
import { PERSONAS, seedPersonas } from '../testing/personas.ts';

let world: World;
let browser: Browser;
let base: string;

/** The identity provider's address is told before the server listens, so the port is chosen first. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

beforeAll(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  world = await createWorld({ modules: [], listens: true, config: { personas: PERSONAS, port, baseUrl: base } });
  await seedPersonas(world);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** A page that tells of everything a browser complains about, breaches of the content policy among them. */
async function openPage(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

test.each([
  ['fi-FI', 'light', wide, 'Kuka olet tänään?'],
  ['sv-FI', 'dark', wide, 'Vem är du i dag?'],
  ['en-GB', 'light', phone, 'Who are you today?'],
  ['fi-FI', 'dark', phone, 'Kuka olet tänään?'],
] as const)('the picker is accessible and whole: %s, %s', async (locale, colorScheme, viewport, title) => {
  const { page, complaints, close } = await openPage({ locale, colorScheme, viewport });
  await page.goto(`${base}/sign-in/demo`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test('one click signs in, by keyboard as well, under the content policy', async () => {
  const { page, complaints, close } = await openPage({ locale: 'fi-FI' });
  await page.goto(`${base}/sign-in/demo?returnTo=/healthz`);
  await page.getByRole('button', { name: /Aino Opettaja/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${base}/healthz`);
  const me = await page.evaluate(async () => {
    const answer = await fetch('/api/me');
    return { status: answer.status, cookies: document.cookie };
  });
  // Signed in, and no script can read by what.
  expect(me).toEqual({ status: 200, cookies: '' });
  expect(complaints).toEqual([]);
  await close();
});

test('another site’s page cannot sign out or change anything with the cookie', async () => {
  const { page, close } = await openPage({});
  await page.goto(`${base}/sign-in/demo?returnTo=/healthz`);
  await page.getByRole('button', { name: /Aino Opettaja/ }).click();
  await page.waitForURL(`${base}/healthz`);
  const foreign = createServer((socket) => {
    const html = `<form method="post" action="${base}/api/sign-out"></form><script>document.forms[0].submit()</script>`;
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${Buffer.byteLength(html)}\r\nconnection: close\r\n\r\n${html}`);
  }).listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  const address = foreign.address();
  // Under another name it is another site: "localhost" and "127.0.0.1" share nothing.
  await page.goto(`http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}/`);
  await page.waitForURL(`${base}/api/sign-out`);
  await page.goto(`${base}/healthz`);
  expect(await page.evaluate(async () => (await fetch('/api/me')).status)).toBe(200);
  foreign.close();
  await close();
});

test('a failed sign-in says what to do, accessibly', async () => {
  const { page, close } = await openPage({ locale: 'en-GB' });
  await page.goto(`${base}/sign-in/callback?state=x&code=y`);
  expect(await page.getByRole('link', { name: 'Sign in again' }).getAttribute('href')).toBe('/sign-in');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await close();
});
