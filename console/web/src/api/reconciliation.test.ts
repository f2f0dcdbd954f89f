import { expect, it } from 'vitest';
import { type Reconciliation, verdict } from './reconciliation';

const DONE: Reconciliation = {
  id: 1,
  askedBy: 'SCHEDULE',
  repairs: true,
  state: 'DONE',
  reason: null,
  beganAt: '2026-03-09T17:00:00Z',
  endedAt: '2026-03-09T18:00:00Z',
  rows: 10,
  masterRecords: 4,
  documents: 4,
  differences: 0,
  mended: 0,
  deadLetters: 0,
  onTheirWay: 0,
};

it('a comparison is good when nothing differs any more, and bad when something is left or it did not end', () => {
  const said = (part: Partial<Reconciliation>) => verdict({ ...DONE, ...part });
  expect(said({})).toEqual({ tone: 'good', key: 'same' });
  expect(said({ differences: 2, mended: 2 })).toEqual({ tone: 'good', key: 'allMended' });
  expect(said({ differences: 2, mended: 1 })).toEqual({ tone: 'bad', key: 'different' });
  expect(said({ state: 'BROKEN_OFF' })).toEqual({ tone: 'bad', key: 'brokenOff' });
  expect(said({ state: 'RUNNING', differences: 2 })).toEqual({ tone: 'warn', key: 'running' });
});
