import { chromium, type Browser } from 'playwright-core';
import { installChromium } from './chromium-install.ts';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none', '--disable-dev-shm-usage',
];

/**
 * Starts a headless Chromium: the one inside the npm package, or the program named in DIGIONE_CHROMIUM.
 * The caller closes it.
 */
export async function launchChromium(): Promise<Browser> {
  const own = process.env['DIGIONE_CHROMIUM'];
  const { executable, environment } = own === undefined || own === '' ? await installChromium() : { executable: own, environment: {} };
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return chromium.launch({ executablePath: executable, args: FLAGS, headless: true, env: { ...inherited, ...environment } });
}
