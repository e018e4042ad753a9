import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { City } from './city.ts';

export interface VisitorOptions {
  device?: 'wide' | 'phone';
  language?: 'fi' | 'sv' | 'en';
  theme?: 'light' | 'dark';
}

const DEVICES = {
  wide: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;
const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** A person with a browser. Faults of a page (errors, broken content security policy) fail the journey. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly faults: string[] = [];
  #actions = 0;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.#context = context;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  /** Signs in as a persona through the built-in identity provider, as a person does. */
  static async signIn(browser: Browser, city: City, persona: string, options: VisitorOptions = {}): Promise<Visitor> {
    const { device = 'wide', language = 'fi', theme = 'light' } = options;
    const context = await browser.newContext({ ...DEVICES[device], locale: LOCALES[language], colorScheme: theme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(`${city.url}/sign-in/demo?returnTo=%2F`);
    await page.locator(`[value="${persona}"]`).first().click();
    await page.waitForURL(`${city.url}/`);
    await page.locator('h1').waitFor();
    return new Visitor(page, context);
  }

  /** Starts the count of actions a person needs; see the click budgets. */
  startCounting(): void {
    this.#actions = 0;
  }

  /** One press of a finger, the mouse or a key. */
  async act(action: () => Promise<unknown>): Promise<void> {
    this.#actions += 1;
    await action();
  }

  get actions(): number {
    return this.#actions;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href);
    await this.page.locator('h1').waitFor();
  }

  /** WCAG 2.2 AA as far as a machine can tell. */
  async expectAccessible(): Promise<void> {
    // Entrances fade in: half-faded text would be measured as low contrast.
    await this.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  }

  async leave(): Promise<void> {
    await this.#context.close();
    expect(this.faults).toEqual([]);
  }
}
