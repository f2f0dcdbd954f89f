import { expect, it } from 'vitest';
import { searchIsAway } from './health';

it('search is away only where it is told to be', () => {
  expect(searchIsAway({ components: { search: { status: 'DOWN' } } })).toBe(true);
  expect(searchIsAway({ components: { search: { status: 'UP' }, db: { status: 'DOWN' } } })).toBe(false);
  expect(searchIsAway({})).toBe(false);
  expect(searchIsAway(undefined)).toBe(false);
});
