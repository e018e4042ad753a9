/** `npm run screenshots [-- NAME …]`: the pictures of the README, taken from the demonstration city on a fixed morning. */
import { mkdirSync } from 'node:fs';
import { launchChromium } from '@digione/platform/testing';
import { openCity } from './support/city.ts';
import { Visitor, type VisitorOptions } from './support/visitor.ts';

interface Shot {
  name: string;
  persona: string;
  path: string;
  view: VisitorOptions;
  /** Goes on from the page to what the picture shows. */
  goOn?: (visitor: Visitor) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'teacher-desk', persona: 'teacher', path: '/', view: { device: 'wide' } },
  {
    name: 'register-phone',
    persona: 'teacher',
    path: '/',
    view: { device: 'phone' },
    goOn: async ({ page }) => {
      await page.locator('a[href*="/lessons/"]').first().click();
      await page.waitForURL(/\/lessons\//);
      await page.locator('h1').waitFor();
    },
  },
  { name: 'guardian-phone', persona: 'guardian', path: '/', view: { device: 'phone' } },
  { name: 'two-cities-dark', persona: 'guardian-two-cities', path: '/', view: { device: 'phone', language: 'sv', theme: 'dark' } },
  { name: 'principal-today', persona: 'principal', path: '/today', view: { device: 'wide', language: 'en' } },
  { name: 'week-dark', persona: 'learner', path: '/timetable', view: { device: 'wide', theme: 'dark' } },
  { name: 'learners', persona: 'secretary', path: '/people', view: { device: 'wide', language: 'sv' } },
  { name: 'imports', persona: 'main-user', path: '/imports', view: { device: 'wide', language: 'en' } },
  { name: 'own-log-phone', persona: 'guardian', path: '/own-log', view: { device: 'phone', language: 'en' } },
];

const wanted = process.argv.slice(2);
const folder = new URL('../docs/screenshots/', import.meta.url);
mkdirSync(folder, { recursive: true });
const [city, browser] = await Promise.all([openCity(), launchChromium()]);
try {
  for (const { name, persona, path, view, goOn } of SHOTS.filter((shot) => wanted.length === 0 || wanted.includes(shot.name))) {
    const visitor = await Visitor.signIn(browser, city, persona, view);
    if (path !== '/') await visitor.goTo(path);
    await goOn?.(visitor);
    await visitor.page.waitForLoadState('networkidle');
    await visitor.page.screenshot({ path: new URL(`${name}.png`, folder).pathname });
    process.stdout.write(`${name}.png\n`);
    await visitor.leave();
  }
} finally {
  await browser.close();
  await city.close();
}
