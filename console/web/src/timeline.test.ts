import { expect, it } from 'vitest';
import type { Case, Contact, Person, Referral, Return } from './api';
import { ofKind, timeline } from './timeline';

const person = {
  contacts: [{ receivedAt: '2021-03-09T10:04:05Z' }, { receivedAt: '2021-03-11T01:00:00Z' }] as Contact[],
  cases: [{ openedOn: '2021-03-09' }] as Case[],
  referrals: [{ referredOn: '2021-03-20' }] as Referral[],
  returns: [{ returnedOn: '2019-01-02' }] as Return[],
  codeNames: { topics: {}, agencies: {} },
} as Person;

it('events of all kinds stand in one line, newest first', () => {
  expect(timeline(person).map((event) => event.when)).toEqual([
    '2021-03-20',
    '2021-03-11T01:00:00Z',
    '2021-03-09',
    '2021-03-09T10:04:05Z',
    '2019-01-02',
  ]);
});

it('a case follows the call of the same day that opened it, by the clock of Vietnam', () => {
  const lateCall = {
    contacts: [{ receivedAt: '2021-03-09T16:30:00Z' }],
    cases: [{ openedOn: '2021-03-09' }],
    referrals: [],
    returns: [],
    codeNames: { topics: {}, agencies: {} },
  };
  expect(timeline(lateCall as unknown as Person).map((event) => event.kind)).toEqual(['case', 'contact']);
});

it('topics and agencies that are named by code have their names', () => {
  const events = timeline({
    contacts: [
      { receivedAt: '2021-03-09T16:30:00Z', topic: 'TLY' },
      { receivedAt: '2021-03-08T16:30:00Z', topic: 'CU' },
    ],
    cases: [],
    referrals: [{ referredOn: '2021-03-07', agencyName: null, agencyKey: { localId: 'CA-HG-01' } }],
    returns: [],
    codeNames: { topics: { TLY: 'Tâm lý' }, agencies: { 'CA-HG-01': 'Công an tỉnh Hà Giang' } },
  } as unknown as Person);
  expect(events.map((event) => (event.kind === 'contact' ? event.contact.topic : null))).toEqual([
    'Tâm lý',
    'CU',
    null,
  ]);
  expect(events.map((event) => (event.kind === 'referral' ? event.referral.agencyName : null))).toEqual([
    null,
    null,
    'Công an tỉnh Hà Giang',
  ]);
});

it('one kind can be shown alone', () => {
  expect(ofKind(timeline(person), 'return')).toHaveLength(1);
  expect(ofKind(timeline(person), 'all')).toHaveLength(5);
});
