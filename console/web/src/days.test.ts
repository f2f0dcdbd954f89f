import { expect, it } from 'vitest';
import { isoDay } from './days';

it('a day is read as people write it here', () => {
  expect(isoDay('09/03/2021')).toBe('2021-03-09');
  expect(isoDay('9.3.2021')).toBe('2021-03-09');
});

it('what is no day is none', () => {
  expect(isoDay('31/02/2021')).toBeNull();
  expect(isoDay('3/2021')).toBeNull();
  expect(isoDay('')).toBeNull();
});
