import { launchChromium } from '@digione/platform/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCity, type City } from '../support/city.ts';
import { Visitor, type VisitorOptions } from '../support/visitor.ts';

let city: City;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([openCity(), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.close();
});

/** Who meets which pages; each page is opened by somebody who uses it daily. */
const ROUNDS: readonly { persona: string; view: VisitorOptions }[] = [
  { persona: 'teacher', view: { device: 'wide', language: 'fi', theme: 'light' } },
  { persona: 'guardian', view: { device: 'phone', language: 'fi', theme: 'light' } },
  { persona: 'guardian-two-cities', view: { device: 'phone', language: 'en', theme: 'dark' } },
  { persona: 'guardian-no-custody', view: { device: 'phone', language: 'fi', theme: 'dark' } },
  { persona: 'learner', view: { device: 'phone', language: 'sv', theme: 'light' } },
  { persona: 'upper-secondary-learner', view: { device: 'wide', language: 'en', theme: 'light' } },
  { persona: 'principal', view: { device: 'wide', language: 'sv', theme: 'dark' } },
  { persona: 'secretary', view: { device: 'wide', language: 'en', theme: 'light' } },
  { persona: 'main-user', view: { device: 'wide', language: 'fi', theme: 'dark' } },
  { persona: 'data-protection-officer', view: { device: 'wide', language: 'fi', theme: 'light' } },
  { persona: 'class-teacher', view: { device: 'phone', language: 'fi', theme: 'light' } },
  { persona: 'expert', view: { device: 'wide', language: 'fi', theme: 'light' } },
  { persona: 'vendor', view: { device: 'wide', language: 'en', theme: 'light' } },
];

describe.each(ROUNDS)('$persona ($view.device, $view.language, $view.theme)', ({ persona, view }) => {
  test('every page of the navigation opens, says where one is, and is accessible', async () => {
    const visitor = await Visitor.signIn(browser, city, persona, view);
    for (const address of new Set(['/', ...(await visitor.navigation())])) {
      await visitor.goTo(address);
      await visitor.page.waitForLoadState('networkidle');
      expect(await visitor.page.locator('h1').count(), address).toBe(1);
      expect(await visitor.page.title(), address).toMatch(/ – DigiOne$/);
      await visitor.expectAccessible();
      const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await visitor.leave();
  });
});
