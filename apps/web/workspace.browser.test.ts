import { AxeBuilder } from '@axe-core/playwright';
import { launchChromium } from '@digione/platform/testing';
import type { IncomingMessage } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkspace } from './testing/build.ts';
import { desk, me, startWorkspaceServer, type WorkspaceServer } from './testing/workspace-server.ts';

const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;
type Language = keyof typeof locales;

let browser: Browser;
let dist: string;
let remove: () => void;
let server: WorkspaceServer;
let context: BrowserContext | undefined;
let faults: string[] = [];
const preferences: unknown[] = [];
let deskReads = 0;
const item = { id: 'i1', name: 'Laukku', isDone: false };
let markAnswer: unknown;
let markKeys: string[] = [];

beforeAll(async () => {
  ({ dist, remove } = await buildWorkspace());
  browser = await launchChromium();
  server = await startWorkspaceServer(dist, {
    'GET /api/me': () => me,
    'GET /api/desk': () => {
      deskReads += 1;
      return desk;
    },
    'GET /api/sign-in/providers': { providers: [{ key: 'demo', name: { fi: 'Esittelyn henkilöt', sv: 'Demopersoner', en: 'Demo people' }, href: '/sign-in/demo', isDemo: true }] },
    'GET /api/search': {
      hits: [{ kind: 'learner', educationProviderId: 'a', personId: 'p1', callName: 'Aino', lastName: 'Virtanen', homeroomName: '7A', schoolName: { fi: 'Koivulan koulu' } }],
    },
    'GET /api/sample/items': () => ({ items: [item] }),
    'PUT /api/sample/items/i1': (request: IncomingMessage) => {
      markKeys.push(String(request.headers['idempotency-key']));
      if (markAnswer !== undefined) return markAnswer;
      item.isDone = !item.isDone;
      return item;
    },
    'PATCH /api/me/preferences': (request: { method?: string }) => {
      preferences.push(request.method);
      return {};
    },
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  remove();
});

afterEach(async () => {
  await context?.close();
  context = undefined;
  item.isDone = false;
  markAnswer = undefined;
  markKeys = [];
  // A page that breaks the content security policy or throws says so here.
  const found = faults;
  faults = [];
  if (found.length > 0) throw new Error(found.join('\n'));
});

async function open(path: string, language: Language = 'fi', options: BrowserContextOptions = wide): Promise<Page> {
  context = await browser.newContext({ ...options, locale: locales[language] });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404|on purpose|No answer|409|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED/.test(message.text())) faults.push(message.text());
  });
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  return page;
}

async function violations(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (part ? axe.include(part) : axe).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`));
}

describe('every component', () => {
  test.each([
    ['fi', 'light', wide],
    ['sv', 'dark', wide],
    ['en', 'light', phone],
    ['fi', 'dark', phone],
  ] as const)('is accessible in %s, %s', async (language, colorScheme, size) => {
    const page = await open('/dev/gallery', language, { ...size, colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    ['Dialog', '[role="dialog"]'],
    ['Confirm', '[role="dialog"]'],
    ['Error toast', '.ui-toast'],
  ])('%s is accessible when open', async (button, opened) => {
    const page = await open('/dev/gallery');
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.waitForSelector(opened);
    expect(await violations(page, opened)).toEqual([]);
  });

  test('a list of options and a month are accessible when open', async () => {
    const page = await open('/dev/gallery');
    await page.getByRole('button', { name: 'Sairaus Syy' }).click();
    await page.waitForSelector('.ui-listbox');
    expect(await violations(page, '.ui-popover')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.ui-date-button').first().click();
    await page.waitForSelector('.ui-calendar');
    expect(await page.locator('.ui-calendar-weekday').allTextContents()).toEqual(['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su']);
    expect(await violations(page, '.ui-popover')).toEqual([]);
  });

  test('the register is marked by keyboard alone', async () => {
    const page = await open('/dev/gallery');
    const mark = (name: string) => page.getByRole('radiogroup', { name }).locator('[aria-checked="true"]');
    await page.getByRole('radiogroup', { name: 'Maryam Hassan Abdi' }).getByRole('radio').first().focus();
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    expect(await mark('Maryam Hassan Abdi').textContent()).toBe('Poissa');
    expect(await mark('Veeti Mäkinen').count()).toBe(0);
    expect(await mark('Elsa Öhman').textContent()).toBe('Myöhässä');
  });

  test('a Swedish date is written as in Finland', async () => {
    const page = await open('/dev/gallery', 'sv');
    expect(await page.locator('.ui-date-input').first().textContent()).toContain('24.11.2026');
  });

  test('nothing overflows the page at 320 px, which is 400 % zoom', async () => {
    const page = await open('/dev/gallery', 'fi', { viewport: { width: 320, height: 256 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe('the workspace', () => {
  test.each([
    ['fi', wide, 'light'],
    ['sv', phone, 'dark'],
    ['en', phone, 'light'],
  ] as const)('is accessible in %s', async (language, size, colorScheme) => {
    const page = await open('/', language, { ...size, colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(await page.title()).toMatch(/^(Työpöytä|Skrivbord|Workspace) – DigiOne$/);
  });

  test('the first load is at most 200 kB of compressed script and moves nothing', async () => {
    context = await browser.newContext(phone);
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => brotliCompressSync(body).length));
    });
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(server.url);
    await page.waitForSelector('h1');
    await page.waitForLoadState('load');
    await page.waitForTimeout(300);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThanOrEqual(200_000);
    expect(Number(await page.evaluate(() => Reflect.get(window, 'shift')))).toBeLessThanOrEqual(0.02);
  });

  test('cards stand in their regions; one that fails leaves the others, one that nobody draws is left out', async () => {
    const page = await open('/');
    await page.getByRole('heading', { name: 'Matematiikka 7A' }).waitFor();
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Nyt', 'Odottaa sinua', 'Muuttunut']);
    expect(await page.getByRole('region', { name: 'Odottaa sinua' }).getByRole('alert').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Sairaus' }).count()).toBe(2);
  });

  test('the navigation holds what the person may use, on a phone four and the rest under “more”', async () => {
    const page = await open('/', 'fi', phone);
    const bar = page.getByRole('navigation', { name: 'Palvelut' });
    expect(await bar.getByRole('link').allTextContents()).toEqual(['Työpöytä', 'Lukujärjestys', 'Ryhmät', 'Viestit']);
    await bar.getByRole('button', { name: 'Lisää' }).tap();
    expect(await bar.getByRole('link', { name: 'Salaisuudet' }).count()).toBe(0);
    await bar.getByRole('link', { name: 'Poissaolot' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Sivu absences' }).waitFor();
    expect(await page.title()).toBe('Sivu absences – DigiOne');
  });

  test('a page that fails is told, and the shell goes on', async () => {
    const page = await open('/sample/reports');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sivu ei auennut');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ryhmät' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sivu groups' }).waitFor();
  });

  test('the slash key searches, arrows choose, Enter opens', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('vir');
    await page.getByRole('option', { name: 'Aino Virtanen' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/people/p1?provider=a');
  });

  test('letters written before the search dialog has come are in it', async () => {
    const page = await open('/');
    await page.route('**/assets/SearchDialog-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('virx');
    await page.keyboard.press('Backspace');
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.getByRole('option', { name: 'Aino Virtanen' }).waitFor();
    await page.keyboard.type('t');
    expect(await page.getByRole('combobox').inputValue()).toBe('virt');
  });

  test('Escape calls off a search that has not come yet', async () => {
    const page = await open('/');
    let arrive = (): void => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/assets/SearchDialog-*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    const loaded = page.waitForResponse('**/assets/SearchDialog-*.js');
    arrive();
    await loaded;
    expect(await page.getByRole('combobox').count()).toBe(0);
  });

  test.each([
    ['of a newer version: the page is loaded anew, once', true],
    ['of the same version: the page says so and stays', false],
  ])('a piece that does not come, %s', async (_story, isNewer) => {
    const page = await open('/');
    let loads = 0;
    page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));
    await page.route('**/assets/SamplePage-*.js', (route) => route.fulfill({ status: 404 }));
    if (isNewer) await page.route(`${server.url}/`, (route) => (route.request().isNavigationRequest() ? route.continue() : route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-NEWER.js"></script>' })));
    await page.goto(`${server.url}/sample/groups`);
    await page.getByRole('button', { name: 'Yritä uudelleen' }).waitFor();
    await page.waitForTimeout(500);
    expect(loads).toBe(isNewer ? 2 : 1);
    expect(await page.getByRole('link', { name: 'Työpöytä' }).count()).toBeGreaterThan(0);
  });

  test('a navigation brings the focus to the heading, the back button brings the page back', async () => {
    const page = await open('/nowhere');
    await page.getByRole('link', { name: 'Palaa työpöydälle' }).click();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1' && document.activeElement.textContent?.includes('Maija'));
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sivua ei löydy' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/nowhere');
  });

  test('who goes on into the new page at once is not called back to its heading', async () => {
    const page = await open('/sample/groups');
    await page.getByRole('heading', { level: 1, name: 'Sivu groups' }).waitFor();
    // Quicker than any hand: in the very moment in which the page is drawn.
    await page.evaluate(() => {
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('h1')?.textContent !== 'Sivu absences') return;
        observer.disconnect();
        document.querySelector<HTMLElement>('#content a[href="/"]')?.focus();
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.getByRole('link', { name: 'Poissaolot' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sivu absences' }).waitFor();
    await page.waitForTimeout(700);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/');
  });

  test('the first Tab offers to skip the bars', async () => {
    const page = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
  });

  test('the language changes at once and is kept', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: 'Kieli: suomi' }).click();
    await page.getByRole('button', { name: 'svenska' }).click();
    await page.getByRole('heading', { level: 1, name: /Maija/ }).getByText('God morgon').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('sv');
    await expect.poll(() => preferences).toContain('PATCH');
  });

  test('the menus open, are accessible, and close by Escape with the focus where it was', async () => {
    const page = await open('/');
    const button = page.getByRole('button', { name: 'Oma valikko: Maija Lehtonen' });
    await button.click();
    await page.getByText('Saarelan kunta').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('a live topic makes the desk ask again', async () => {
    const page = await open('/');
    await page.waitForLoadState('load');
    const before = deskReads;
    await expect
      .poll(() => {
        server.tell(['absence']);
        return deskReads;
      })
      .toBeGreaterThan(before);
  });

  test('offline is said, and taken back', async () => {
    const page = await open('/');
    await context?.setOffline(true);
    await page.getByText('Ei verkkoyhteyttä.').waitFor();
    await context?.setOffline(false);
    await expect.poll(() => page.getByText('Ei verkkoyhteyttä.').count()).toBe(0);
  });
});

describe('an act', () => {
  const state = (page: Page) => page.locator('.ui-list-detail').textContent();
  const toast = (page: Page) => page.locator('.ui-toast-title').last();

  test('shows at once, is told, and can be taken back', async () => {
    const page = await open('/sample/items');
    await page.getByRole('button', { name: 'Merkitse' }).click();
    await toast(page).getByText('Laukku: tehty').waitFor();
    expect(await state(page)).toBe('tehty');
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await toast(page).getByText('Laukku: kesken').waitFor();
    expect(await state(page)).toBe('kesken');
    expect(new Set(markKeys).size).toBe(2);
  });

  test('that is refused is put back and explained', async () => {
    markAnswer = { type: 'about:blank', title: 'x', status: 409, detail: 'Opettaja Mäki ehti ensin.' };
    const page = await open('/sample/items');
    await page.getByRole('button', { name: 'Merkitse' }).click();
    await page.getByText('Opettaja Mäki ehti ensin.').waitFor();
    expect(await state(page)).toBe('kesken');
  });

  test('whose answer was lost is the same act when it is tried again', async () => {
    markAnswer = 'cut';
    const page = await open('/sample/items');
    await page.getByRole('button', { name: 'Merkitse' }).click();
    await toast(page).getByText('Ei verkkoyhteyttä').waitFor();
    expect(await state(page)).toBe('kesken');
    markAnswer = undefined;
    await page.getByRole('button', { name: 'Merkitse' }).click();
    await toast(page).getByText('Laukku: tehty').waitFor();
    // The browser itself may repeat a request on a connection that was cut: more than four, never another key.
    expect(markKeys.length).toBeGreaterThanOrEqual(4);
    expect(new Set(markKeys).size).toBe(1);
  });
});

test('a page one has no right to says so, with one heading', async () => {
  const page = await open('/sample/secret');
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Sinulla ei ole oikeutta tähän sivuun']);
  expect(await violations(page)).toEqual([]);
});

test.each(['fi', 'sv', 'en'] as const)('the sign-in page is accessible in %s and leads to the provider and back', async (language) => {
  const page = await open('/sign-in?returnTo=%2Fpeople%2F1&reason=expired', language, phone);
  const link = page.getByRole('link');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('/sign-in/demo?returnTo=%2Fpeople%2F1');
  expect(await violations(page)).toEqual([]);
});
