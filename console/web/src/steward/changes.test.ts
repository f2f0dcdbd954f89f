import { expect, it } from 'vitest';
import type { Task } from '../api/steward';
import { changesBetween } from './changes';

const record = (localId: string, recordsOfPerson: number, note: string | null = null) =>
  ({ source: 'hotline', table: 'victim', localId, masterId: null, recordsOfPerson, person: { note } }) as never;

function task(more: Partial<Task>): Task {
  return {
    version: 1,
    state: 'OPEN',
    lease: null,
    assignedTo: null,
    records: [record('1', 1), record('2', 1)],
    evidence: { matchWeight: 1.26 },
    ...more,
  } as Task;
}

it('says who has it now, and how it stands', () => {
  const now = task({ version: 2, state: 'DECIDED', lease: { holder: 'another', until: '2026-11-22T10:00:00Z' } });
  expect(changesBetween(task({}), now)).toEqual([
    { what: 'state', from: 'OPEN', to: 'DECIDED' },
    { what: 'holder', from: '', to: 'another' },
  ]);
});

it('says which record reads otherwise, whose person grew and what the weight is now', () => {
  const now = task({ records: [record('1', 3), record('2', 1, 'x')], evidence: { matchWeight: 4 } as never });
  expect(changesBetween(task({}), now)).toEqual([
    { what: 'people', from: '1', to: '3' },
    { what: 'record', from: 'victim 2', to: 'victim 2' },
    { what: 'weight', from: '1.3', to: '4.0' },
  ]);
});

it('says at least that there is another version', () => {
  expect(changesBetween(task({}), task({ version: 3 }))).toEqual([{ what: 'version', from: '1', to: '3' }]);
});
