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
  /** Every answer of the server's that carried data, as it came: what a page does not show may still have been sent. */
  readonly answers: string[] = [];
  readonly #reading: Promise<unknown>[] = [];
  readonly #expected: RegExp[] = [];
  #actions = 0;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.#context = context;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
    page.on('response', (response) => {
      if (!/json|html|event-stream/.test(response.headers()['content-type'] ?? '') || response.url().endsWith('/api/live')) return;
      // A page that is left takes its unread answers with it.
      const read = response.text().then((text) => this.answers.push(text), () => {});
      this.#reading.push(read);
    });
  }

  /** Signs in as a persona through the built-in identity provider, as a person does. */
  static async signIn(browser: Browser, city: Pick<City, 'url'>, persona: string, options: VisitorOptions = {}): Promise<Visitor> {
    const { device = 'wide', language = 'fi', theme = 'light' } = options;
    const context = await browser.newContext({ ...DEVICES[device], locale: LOCALES[language], colorScheme: theme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const visitor = new Visitor(page, context);
    await page.goto(`${city.url}/sign-in/demo?returnTo=%2F`);
    await page.locator(`[value="${persona}"]`).first().click();
    await page.waitForURL(`${city.url}/`);
    await page.locator('h1').waitFor();
    await visitor.#choose(language);
    visitor.answers.length = 0;
    return visitor;
  }

  /** An account that has wished for a language gets it whatever the browser says; then one chooses from the menu. */
  async #choose(language: 'fi' | 'sv' | 'en'): Promise<void> {
    if ((await this.page.locator('html').getAttribute('lang')) === language) return;
    await this.page.locator('.shell-language').click();
    await Promise.all([
      this.page.waitForResponse((response) => response.request().method() !== 'GET' && response.url().includes('/api/')),
      this.page.locator(`.shell-panel [lang="${language}"]`).click(),
    ]);
    await this.page.locator(`html[lang="${language}"]`).waitFor();
  }

  /** The same person in another window: the same browser, the same session. */
  async openWindow(url: string): Promise<Visitor> {
    const page = await this.#context.newPage();
    await page.goto(url);
    await page.locator('h1').waitFor();
    return new Visitor(page, this.#context);
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

  async press(role: 'button' | 'link' | 'radio' | 'tab' | 'menuitem' | 'option', name: string | RegExp): Promise<void> {
    await this.act(() => this.page.getByRole(role, { name, exact: typeof name === 'string' }).first().click());
  }

  get actions(): number {
    return this.#actions;
  }

  async goOffline(isOffline: boolean): Promise<void> {
    await this.#context.setOffline(isOffline);
  }

  /** Where the navigation leads this person. */
  async navigation(): Promise<string[]> {
    return this.page.locator('nav a[href^="/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? '/'))]);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href);
    await this.page.locator('h1').waitFor();
  }

  /** From anywhere: the slash opens the search, then one writes. */
  async search(words: string): Promise<void> {
    await this.act(() => this.page.keyboard.press('/'));
    await this.page.getByRole('combobox').waitFor();
    await this.act(() => this.page.keyboard.type(words));
    await this.page.getByRole('status').filter({ hasText: /osuma|osumia/ }).waitFor();
  }

  /** All that the page shows, in the order it is read. */
  async text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** What this person's browser has been sent since the sign-in. */
  async received(): Promise<string> {
    await this.page.waitForLoadState('networkidle');
    await Promise.all(this.#reading);
    return this.answers.join('\n');
  }

  /** How the server answers this browser's session, whatever page is open in it. */
  async status(path: string): Promise<number> {
    return (await this.#context.request.get(new URL(path, this.page.url()).href)).status();
  }

  /** Asks the server as a program of this person's would, past the page. */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> {
    return this.page.evaluate(
      async ([asked, where, content, more]) => {
        const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
        const response = await fetch(where, {
          method: asked,
          headers: { accept: 'application/json', 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID(), ...(content !== undefined && { 'content-type': 'application/json' }), ...more },
          ...(content !== undefined && { body: JSON.stringify(content) }),
        });
        const text = await response.text();
        return { status: response.status, body: text === '' ? null : JSON.parse(text) };
      },
      [method, path, body, headers] as const,
    );
  }

  /** WCAG 2.2 AA as far as a machine can tell. */
  async expectAccessible(): Promise<void> {
    // Entrances fade in: half-faded text would be measured as low contrast.
    await this.page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    // Announcements stay for seconds after they were said, also when the pending button they name has gone with its page.
    const axe = new AxeBuilder({ page: this.page }).exclude('[data-live-announcer]');
    const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    const faults: string[] = [];
    for (const { id, nodes } of violations) {
      for (const { html, target } of nodes) if (id !== 'target-size' || !(await this.#isLargeEnoughOnceScrolledTo(String(target[0])))) faults.push(`${id}: ${html}`);
    }
    expect(faults).toEqual([]);
  }

  /** A bar that stays at the edge of the screen may half cover what scrolls beneath it: whether 24 × 24 of the target are free once it is in the middle. */
  async #isLargeEnoughOnceScrolledTo(selector: string): Promise<boolean> {
    return this.page.locator(selector).first().evaluate((element) => {
      const before = window.scrollY;
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const [middleX, middleY] = [x + width / 2, y + height / 2];
      const corners = [[-11, -11], [11, -11], [-11, 11], [11, 11]].map(([right = 0, down = 0]) => document.elementFromPoint(middleX + right, middleY + down));
      window.scrollTo(0, before);
      return width >= 24 && height >= 24 && corners.every((hit) => hit !== null && element.contains(hit));
    });
  }

  /** A fault that belongs to the story, such as a session that has been ended elsewhere. */
  expectFault(fault: RegExp): void {
    this.#expected.push(fault);
  }

  async leave(): Promise<void> {
    await this.#context.close();
    expect(this.faults.filter((fault) => !this.#expected.some((expected) => expected.test(fault)))).toEqual([]);
  }
}
