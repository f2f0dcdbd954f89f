import { expect, it } from 'vitest';
import type { RecordKey } from '../api';
import type { PersonOfRecord } from '../api/steward';
import { paired, side, type WordsOf } from './people';

const CHILD: RecordKey = { source: 'switchboard', table: 'tre_em', localId: '7' };
const VICTIM: RecordKey = { source: 'hotline', table: 'victim', localId: '70' };
const words: WordsOf = (group, code) => `${group} ${code}`;

function person(name: string, more: Partial<PersonOfRecord> = {}): PersonOfRecord {
  return {
    role: 'CHILD',
    names: [{ written: name, kind: 'PRIMARY', display: name }],
    sex: 'UNKNOWN',
    birth: null,
    telephones: [],
    identityNumbers: [],
    home: null,
    ethnicGroup: null,
    writtenEthnicGroup: null,
    nationality: null,
    relatedPersons: [],
    note: null,
    createdAt: '2021-03-09T17:30:00Z',
    updatedAt: null,
    flags: [],
    ...more,
  };
}

it('a value that several records hold is told once, with all of them', () => {
  const shown = side(
    [
      { key: CHILD, person: person('Nguyễn Thị Hoa') },
      { key: VICTIM, person: person('Nguyễn Thị Hoa', { sex: 'FEMALE' }) },
    ],
    words,
  );
  expect(shown.names).toEqual([{ text: 'Nguyễn Thị Hoa', from: [CHILD, VICTIM] }]);
  expect(side([{ key: CHILD, person: person('Hoa', { nationality: 'VN' }) }], words).nationality[0]?.text).toBe(
    'nationality VN',
  );
  expect(shown.sex).toEqual([{ text: 'sex FEMALE', from: [VICTIM] }]);
  expect(shown.created[0]?.text).toBe('10/03/2021'); // the day in Vietnam
});

it('equal values stand beside each other, the others as they come', () => {
  const line = (text: string) => ({ text, from: [CHILD] });
  const texts = paired([line('a'), line('b')], [line('c'), line('A')]).map((pair) => [
    pair.left?.text,
    pair.right?.text,
  ]);
  expect(texts).toEqual([
    ['a', 'A'],
    ['b', 'c'],
  ]);
});
