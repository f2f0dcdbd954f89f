import { expect, it } from 'vitest';
import type { Person, SourceRecord } from './api';
import { notChosen, saidBy } from './provenance';

function record(localId: string, person: object): SourceRecord {
  return {
    source: 'hotline',
    table: 'victim',
    localId,
    linkKind: 'automatic',
    person: { createdAt: '2021-03-12T02:00:00Z', updatedAt: null, ...person } as SourceRecord['person'],
  };
}

const chosen = record('70', {
  sex: 'FEMALE',
  writtenEthnicGroup: 'Mông',
  birth: { written: '12/03/2006', precision: 'DAY', from: '2006-03-12' },
});
const agreeing = record('71', { sex: 'FEMALE', writtenEthnicGroup: 'MONG', birth: null });
const differing = record('72', {
  sex: 'FEMALE',
  writtenEthnicGroup: 'Dao',
  updatedAt: '2022-01-05T03:00:00Z',
  birth: { written: '2005', precision: 'YEAR', from: '2005-01-01' },
});
const person = {
  birth: { value: {}, from: [chosen], rule: 'most-complete' },
  ethnicGroup: { value: 'Mông', from: [chosen], rule: 'most-frequent' },
  sex: { value: 'FEMALE', from: [chosen, agreeing, differing], rule: 'only-value' },
  sourceRecords: [chosen, agreeing, differing],
} as unknown as Person;

it('what a record says otherwise is told with the record and its date', () => {
  expect(notChosen(person, 'birth', {})).toEqual([
    { shown: '2005', from: [{ record: differing, at: '2022-01-05T03:00:00Z' }] },
  ]);
});

it('another spelling of the same is no other value', () => {
  expect(notChosen(person, 'ethnicGroup', {}).map((other) => other.shown)).toEqual(['Dao']);
});

it('where all agree there is nothing else', () => {
  expect(notChosen(person, 'sex', {})).toEqual([]);
});

it('a record was last written when it was changed, or else opened', () => {
  expect(saidBy(person.sourceRecords, [agreeing, differing]).map((said) => said.at)).toEqual([
    '2021-03-12T02:00:00Z',
    '2022-01-05T03:00:00Z',
  ]);
});
