/** `npm run bench:browser`: the desk as a mid-range phone on a slow network meets it. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { openCity } from '../../e2e/support/city.ts';
import { Visitor } from '../../e2e/support/visitor.ts';
import { launchChromium } from '@digione/platform/testing';
import type { CDPSession, Page } from 'playwright-core';
import { watchPage, type PageNotes } from './watch.ts';

const { values: options } = parseArgs({
  options: {
    personas: { type: 'string', default: 'teacher,guardian,guardian-two-cities,learner,principal,main-user' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});

/** A mid-range phone beside this machine, and slow 4G as the field simulates it. */
const CPU_SLOWDOWN = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

interface Row {
  persona: string;
  visit: 'cold' | 'warm';
  desk: { median: number; worst: number };
  firstPaint: number;
  shift: number;
  interaction: number;
  scriptKilobytes: number;
}

const log = (line: string) => process.stderr.write(`${line}\n`);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const worst = (values: readonly number[]) => Math.max(...values);

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return session;
}

/** Opens the desk and makes the commonest gestures on it: the search is opened, a letter written, closed again. */
async function visit(page: Page, url: string): Promise<PageNotes> {
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as { notes: PageNotes }).notes.deskAt !== undefined);
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('/');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('a');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { notes: PageNotes }).notes);
}

function summarise(persona: string, kind: Row['visit'], all: readonly PageNotes[]): Row {
  const of = (pick: (notes: PageNotes) => number | undefined) => all.map((notes) => pick(notes) ?? Number.NaN);
  return {
    persona,
    visit: kind,
    desk: { median: median(of((notes) => notes.deskAt)), worst: worst(of((notes) => notes.deskAt)) },
    firstPaint: median(of((notes) => notes.firstPaintAt)),
    shift: worst(of((notes) => notes.shift)),
    interaction: worst(of((notes) => notes.slowestInteraction)),
    scriptKilobytes: median(of((notes) => notes.scriptBytes)) / 1024,
  };
}

const render = ({ persona, visit: kind, desk, firstPaint, shift, interaction, scriptKilobytes }: Row) =>
  [
    persona.padEnd(20),
    kind.padEnd(5),
    `desk ${desk.median.toFixed(0).padStart(5)} ms`,
    `worst ${desk.worst.toFixed(0).padStart(5)} ms`,
    `first paint ${firstPaint.toFixed(0).padStart(5)} ms`,
    `shift ${shift.toFixed(3)}`,
    `slowest interaction ${interaction.toFixed(0).padStart(4)} ms`,
    `scripts ${scriptKilobytes.toFixed(0).padStart(4)} kB`,
  ].join('  ');

const [city, browser] = await Promise.all([openCity(), launchChromium()]);
const rows: Row[] = [];
try {
  log(`${cpus()[0]?.model ?? 'unknown processor'}; phone 390×844, processor ${CPU_SLOWDOWN}× slower, network ${NETWORK.latency} ms and 1.6 Mbit/s; ${options.runs} visits each\n`);
  for (const persona of options.personas.split(',')) {
    const visitor = await Visitor.signIn(browser, city, persona, { device: 'phone' });
    const { page } = visitor;
    // What runs this file names its functions through a helper that pages do not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(watchPage);
    const session = await slowDown(page);
    const [cold, warm]: [PageNotes[], PageNotes[]] = [[], []];
    for (let run = 0; run < Number(options.runs); run++) {
      await session.send('Network.clearBrowserCache');
      cold.push(await visit(page, city.url));
      warm.push(await visit(page, city.url));
    }
    for (const row of [summarise(persona, 'cold', cold), summarise(persona, 'warm', warm)]) {
      rows.push(row);
      log(render(row));
    }
    await visitor.leave();
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
} finally {
  await browser.close();
  await city.close();
}
