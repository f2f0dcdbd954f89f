import { expect, it } from 'vitest';
import type { LiveEvent } from './live';
import { any, heard, NONE } from './newChanges';

const list = { pages: [{ hits: [{ masterId: 'a' }, { masterId: 'b' }] }, { hits: [{ masterId: 'c' }] }] };
const changed = (masterId: string): LiveEvent => ({ kind: 'person', masterId, change: 'CHANGED' });
const after = (...events: LiveEvent[]) => events.reduce((before, event) => heard(before, event, list), NONE);

it('only people of the list are counted, each once, also those of further pages', () => {
  const told = after(changed('a'), changed('z'), changed('a'), changed('c'));
  expect([...told.people]).toEqual(['a', 'c']);
});

it('what does not concern the list changes nothing, so that nothing is said again', () => {
  expect(after(changed('z'), { kind: 'stewardship' }, { kind: 'alert' })).toBe(NONE);
  expect(any(NONE)).toBe(false);
  const once = after(changed('a'));
  expect(heard(once, changed('a'), list)).toBe(once);
});

it('a list that is not there yet has no changes', () => {
  expect(heard(NONE, changed('a'), undefined)).toBe(NONE);
});

it('who changes comes to stand on the list of everybody, and is told of without being counted', () => {
  const told = heard(NONE, changed('z'), list, true);
  expect(told).toEqual({ people: new Set(), others: true });
  expect(heard(told, changed('y'), list, true)).toBe(told);
});

it('changes that were not told one by one may concern anybody', () => {
  expect(any(after({ kind: 'missed' }))).toBe(true);
  expect(after({ kind: 'missed' }).people.size).toBe(0);
});
