import { launchChromium } from '@digione/platform/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCity, type City } from '../support/city.ts';
import { Visitor } from '../support/visitor.ts';

/** Minutes, not seconds, so only when asked for; a few of these views are in every run by `every-page.test.ts`. */
const MOST_PAGES = 16;

const isAsked = process.env['DIGIONE_TEST_ALL'] === '1';

describe.skipIf(!isAsked)('every page of the navigation in every language and theme', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    [city, browser] = await Promise.all([openCity(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  const people = [
    { persona: 'principal', device: 'wide' },
    { persona: 'guardian', device: 'phone' },
    { persona: 'main-user', device: 'phone' },
    { persona: 'secretary', device: 'wide' },
    { persona: 'expert', device: 'phone' },
    { persona: 'vendor', device: 'wide' },
  ] as const;
  const views = (['fi', 'sv', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
  const rounds = people.flatMap((person) => views.map((view) => ({ ...person, ...view })));

  test.each(rounds)('$persona in $language, $theme', async ({ persona, ...view }) => {
    const visitor = await Visitor.signIn(browser, city, persona, view);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(view.language);
    const seen = new Set(['/', '/notifications', '/access/sessions', ...(await visitor.navigation())]);
    // Grows as it is walked: what the first line of a list leads to is looked at, too.
    for (const address of seen) {
      await visitor.goTo(address);
      await visitor.page.waitForLoadState('networkidle');
      await visitor.expectAccessible();
      const first = await visitor.page.locator('main table a[href^="/"], main .ui-list-link').first().getAttribute('href', { timeout: 1_000 }).catch(() => null);
      if (first !== null && seen.size < MOST_PAGES) seen.add(first);
    }
    await visitor.leave();
  });
});
