import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awayFor, presenceHeaders, watchPresence } from './presence.ts';

const UNATTENDED = { 'x-digione-unattended': '1' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what a page asks a minute after the last press is its own doing', () => {
  const stop = watchPresence();
  expect(presenceHeaders()).toEqual({});
  vi.advanceTimersByTime(61_000);
  expect(presenceHeaders()).toEqual(UNATTENDED);
  document.dispatchEvent(new Event('keydown'));
  expect(presenceHeaders()).toEqual({});
  vi.advanceTimersByTime(59_000);
  expect(presenceHeaders()).toEqual({});
  vi.advanceTimersByTime(2_000);
  expect(awayFor()).toBe(61_000);
  stop();
});

test('where nobody watches, everything asked is somebody’s wish', () => {
  watchPresence()();
  vi.advanceTimersByTime(3_600_000);
  document.dispatchEvent(new Event('pointerdown'));
  expect(presenceHeaders()).toEqual({});
});
