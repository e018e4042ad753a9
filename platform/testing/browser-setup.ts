import { installChromium } from './chromium-install.ts';

/**
 * Unpacks the browser once before any test file runs: files in parallel would each begin to, and a program that
 * is still being written by one thread cannot be started by another.
 */
export default async function setup(): Promise<void> {
  if ((process.env['DIGIONE_CHROMIUM'] ?? '') === '') await installChromium();
}
