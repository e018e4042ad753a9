import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@digione/platform/testing';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openCity, type City } from './city.ts';
import { Visitor, type VisitorOptions } from './visitor.ts';

export interface SchoolDay {
  /** The test's own city; nothing that another test did has happened in it. */
  readonly city: City;
  /** Signs somebody in; at the test's end they leave, and any fault their pages had fails it. */
  visit(persona: string, options?: VisitorOptions & { at?: string }): Promise<Visitor>;
}

const PICTURES = join(tmpdir(), 'digione-journeys');

/** What each person saw when a journey failed. */
async function takePictures(journey: string, visitors: readonly Visitor[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const [index, { page }] of visitors.entries()) {
    const path = join(PICTURES, `${journey.replaceAll(/\W+/g, '-').slice(0, 60)}-${index + 1}.png`);
    await page.screenshot({ path }).then(() => process.stderr.write(`${path}\n`), () => {});
  }
}

/** One browser for the file, and the same Tuesday morning anew for each test. */
export function schoolDay(): SchoolDay {
  let browser: Browser;
  let city: City;
  let visitors: Visitor[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    city = await openCity();
  });
  afterEach(async ({ task }) => {
    const leaving = visitors;
    visitors = [];
    if (task.result?.state === 'fail') await takePictures(task.name, leaving);
    try {
      for (const visitor of leaving) await visitor.leave();
    } finally {
      await city.close();
    }
  });
  afterAll(() => browser.close());
  return {
    get city() {
      return city;
    },
    async visit(persona, { at, ...options } = {}) {
      const visitor = await Visitor.signIn(browser, { url: at ?? city.url }, persona, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}
