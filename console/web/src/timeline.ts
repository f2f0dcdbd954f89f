/** What both systems recorded of a person, as one line of events. */
import type { Case, Contact, Person, RecordKey, Referral, Return } from './api';

export type Event =
  | { kind: 'contact'; when: string; contact: Contact }
  | { kind: 'case'; when: string; case: Case }
  | { kind: 'referral'; when: string; referral: Referral }
  | { kind: 'return'; when: string; return: Return };

export type EventKind = Event['kind'];

/** A day without time stands after the times of its own day, in Vietnam, so that a case follows the call that opened it. */
function order(event: Event): number {
  return event.when.length === 10 ? Date.parse(`${event.when}T23:59:59+07:00`) : Date.parse(event.when);
}

/** Newest first, with what codes are called in their place. */
export function timeline(person: Person): Event[] {
  const { topics, agencies } = person.codeNames;
  const contacts = person.contacts.map((one) => ({ ...one, topic: one.topic && (topics[one.topic] ?? one.topic) }));
  const referrals = person.referrals.map((one) => ({
    ...one,
    agencyName: one.agencyName ?? (one.agencyKey && (agencies[one.agencyKey.localId] ?? null)),
  }));
  const events: Event[] = [
    ...contacts.map((contact): Event => ({ kind: 'contact', when: contact.receivedAt, contact })),
    ...person.cases.map((entry): Event => ({ kind: 'case', when: entry.openedOn, case: entry })),
    ...referrals.map((referral): Event => ({ kind: 'referral', when: referral.referredOn, referral })),
    ...person.returns.map((entry): Event => ({ kind: 'return', when: entry.returnedOn, return: entry })),
  ];
  return events.sort((a, b) => order(b) - order(a));
}

export function recordOf(event: Event): RecordKey {
  switch (event.kind) {
    case 'contact':
      return event.contact.key;
    case 'case':
      return event.case.key;
    case 'referral':
      return event.referral.key;
    case 'return':
      return event.return.key;
  }
}

export function ofSource(events: Event[], source: RecordKey['source'] | 'all'): Event[] {
  return source === 'all' ? events : events.filter((event) => recordOf(event).source === source);
}

export function ofKind(events: Event[], kind: EventKind | 'all'): Event[] {
  return kind === 'all' ? events : events.filter((event) => event.kind === kind);
}
