import { expect, it } from 'vitest';
import { nextTask, queueParameters, readQueue } from './queue';

it('an address is read as far as it names filters', () => {
  expect(readQueue({ state: 'DEFERRED', kind: 'NONSENSE', centre: 'HANOI', mine: 'yes', q: 'x' })).toEqual({
    state: 'DEFERRED',
    centre: 'HANOI',
    mine: 'yes',
  });
});

it('the call names the account only where its own tasks are wanted', () => {
  expect(queueParameters({ kind: 'POSSIBLE_LINK' }, 'steward', null)).toEqual({ size: '25', kind: 'POSSIBLE_LINK' });
  expect(queueParameters({ mine: 'yes' }, 'steward', '1-2-3')).toEqual({
    size: '25',
    assignedTo: 'steward',
    cursor: '1-2-3',
  });
});

it('the next task is one that nobody else works on and that was not passed over', () => {
  const free = (id: number) => ({ id, lease: null, assignedTo: null });
  const until = '2026-11-22T10:00:00Z';
  const queue = [
    free(1),
    free(2),
    { id: 3, lease: { holder: 'another', until }, assignedTo: null },
    { id: 4, lease: null, assignedTo: 'another' },
    free(5),
  ];
  const now = Date.parse('2026-11-22T09:50:00Z');
  expect(nextTask(queue, 2, new Set(), 'steward', now)?.id).toBe(5);
  expect(nextTask(queue, 2, new Set([5]), 'steward', now)?.id).toBe(1);
  expect(nextTask(queue, 2, new Set(), 'steward', Date.parse('2026-11-22T10:00:00Z'))?.id).toBe(3);
  expect(nextTask(queue, 5, new Set([1, 2]), 'steward', now)).toBeUndefined();
  expect(nextTask(queue, 99, new Set(), 'steward', now)?.id).toBe(1);
});
