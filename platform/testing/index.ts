export { launchChromium } from './chromium.ts';
export { createFilledDatabase, createTestDatabase, type TestDatabase } from './postgres.ts';
