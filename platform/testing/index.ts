export { launchChromium } from './chromium.ts';
export { createTestDatabase, type TestDatabase } from './postgres.ts';
