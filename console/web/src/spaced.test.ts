import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spaced } from './spaced';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('however often it is asked for, it is done once and again only after the pause', () => {
  const done: number[] = [];
  const begin = Date.now();
  const { ask } = spaced(() => done.push(Date.now() - begin), 60_000);
  ask();
  ask();
  vi.advanceTimersByTime(1_000);
  ask();
  ask();
  vi.advanceTimersByTime(200_000);
  ask();
  vi.advanceTimersByTime(1);
  expect(done).toEqual([60_000, 201_000]);
});

it('it is not done any more for a page that was left', () => {
  let done = 0;
  const { ask, stop } = spaced(() => {
    done += 1;
  }, 60_000);
  ask();
  stop();
  vi.advanceTimersByTime(100_000);
  expect(done).toBe(0);
});
