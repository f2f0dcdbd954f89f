/** What is asked of one person beside the record itself: who is related, how it came together, how it was. */
import {
  type Birth,
  get,
  type Person,
  type RecordKey,
  type Sourced,
  type SourcePerson,
  type SourceRecord,
} from '../api';
import type { OrMasked } from '../masks';

export interface CaseTie {
  key: RecordKey;
  caseNumber: string;
  part: 'SUBJECT' | 'REPORTER' | 'CALLER';
  otherPart: 'SUBJECT' | 'REPORTER' | 'CALLER';
  relation: string;
  family: boolean;
}

export interface RelatedOne {
  masterId: string;
  displayName: string | null;
  birth: Birth | null;
  sex: string | null;
  roles: string[];
  sources: string[];
  cases: CaseTie[];
  telephones: OrMasked<string>[];
}

export interface Relations {
  masterId: string;
  people: RelatedOne[];
  commonTelephones: { number: OrMasked<string>; people: number }[];
  all: boolean;
}

export interface Explanation {
  summary: string;
  joins: string[];
  apart: string[];
}

export interface Story {
  masterId: string;
  vietnamese: Explanation;
  english: Explanation;
  events: {
    at: string;
    version: number;
    change: string;
    other: string | null;
    members: number;
    author: string | null;
  }[];
}

/** A master record of the past, as the service tells it: without what was recorded of the person. */
interface PastRecord
  extends Pick<
    Person,
    | 'version'
    | 'changedAt'
    | 'name'
    | 'otherNames'
    | 'sex'
    | 'birth'
    | 'telephones'
    | 'identityNumbers'
    | 'home'
    | 'ethnicGroup'
    | 'nationality'
    | 'relatedPersons'
    | 'roles'
  > {
  id: string;
  members: { linkKind: SourceRecord['linkKind']; person: SourcePerson & { key: RecordKey } }[];
}

const path = (id: string) => `/api/v1/master-records/${encodeURIComponent(id)}`;

export const personApi = {
  relations: (id: string, signal?: AbortSignal) => get<Relations>(`${path(id)}/relations`, signal),
  story: (id: string, signal?: AbortSignal) => get<Story>(`${path(id)}/story`, signal),
  /** The record as it was at an instant, in the shape of a present one: with nothing of contacts and the like. */
  at: async (id: string, instant: string, signal?: AbortSignal): Promise<Person> => {
    const {
      id: masterId,
      members,
      ...values
    } = await get<PastRecord>(`${path(id)}/at/${encodeURIComponent(instant)}`, signal);
    return {
      ...values,
      masterId,
      sourceRecords: members.map(({ linkKind, person }) => ({ ...person.key, linkKind, person })),
      contacts: [],
      cases: [],
      referrals: [],
      returns: [],
      codeNames: { topics: {}, agencies: {} },
      history: [],
      sourceChanges: [],
      revealed: null,
    };
  },
};

export type { Sourced };
