/** What a person has a right to: how it stands, and what is asked for. */
import { get, postJson, type RecordKey, sendJson } from '../api';
import type { Ruling } from './steward';

interface Decided {
  decisionId: number;
  author: string;
  reason: string | null;
  decidedAt: string;
}

export interface Hold {
  id: number;
  author: string;
  reason: string | null;
  setAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
  liftReason: string | null;
}

export interface Correction {
  id: number;
  author: string;
  words: string;
  notedAt: string;
}

export const REQUESTS = ['DISCLOSURE', 'CORRECTION', 'RESTRICTION', 'ERASURE'] as const;
export type RequestKind = (typeof REQUESTS)[number];

/** What the person asked for, and the last days for an answer and for processing to stop. */
export interface PersonRequest {
  id: number;
  kind: RequestKind;
  receivedOn: string;
  answerBy: string;
  stopBy: string | null;
  notedBy: string;
  answeredBy: string | null;
  answeredAt: string | null;
}

export interface Rights {
  masterId: string;
  sourceRecords: string[];
  consentEvidence: { record: RecordKey; agreed: boolean | null; toldAt: string }[];
  requests: PersonRequest[];
  consent: 'GIVEN' | 'REFUSED' | 'NOT_ASKED' | 'NOT_RECORDED';
  restriction: Decided | null;
  erasureAwaiting: Decided | null;
  erasureAnswerBy: string | null;
  holds: Hold[];
  corrections: Correction[];
}

export interface ErasurePlan {
  goes: string[];
  blanked: string[];
  typed: Record<string, number>;
  held: string[];
  holds: Hold[];
  casesOfOthers: string[];
}

const of = (id: string) => `/api/v1/master-records/${encodeURIComponent(id)}`;

/** The calls, as `roles.yaml` writes them. */
export const RIGHTS = {
  read: 'GET /api/v1/master-records/{id}/rights',
  erase: 'POST /api/v1/master-records/{id}/erase',
  disclose: 'GET /api/v1/master-records/{id}/disclosure',
  restrict: 'POST /api/v1/master-records/{id}/restrict',
  request: 'POST /api/v1/master-records/{id}/requests',
  correct: 'POST /api/v1/master-records/{id}/corrections',
  hold: 'POST /api/v1/master-records/{id}/holds',
  undo: 'POST /api/v1/decisions/{id}/undo',
};

export const rightsApi = {
  of: (id: string, signal?: AbortSignal) => get<Rights>(`${of(id)}/rights`, signal),
  plan: async (id: string) => (await postJson<ErasurePlan>(`${of(id)}/erase?preview=true`, {})).body,
  erase: async (id: string, legalBasis: string, exceptHeld: boolean) =>
    (await postJson<Ruling>(`${of(id)}/erase`, { legalBasis, exceptHeld })).body,
  restrict: async (id: string, reason: string) => (await postJson<Ruling>(`${of(id)}/restrict`, { reason })).body,
  unrestrict: async (decision: number, reason: string) =>
    (await postJson<Ruling>(`/api/v1/decisions/${decision}/undo`, { reason })).body,
  request: async (id: string, kind: RequestKind, receivedOn: string) =>
    (await postJson<PersonRequest>(`${of(id)}/requests`, { kind, receivedOn })).body,
  answered: async (request: number) => (await postJson<PersonRequest>(`/api/v1/requests/${request}/answered`, {})).body,
  correct: async (id: string, words: string) => (await postJson<Correction>(`${of(id)}/corrections`, { words })).body,
  withdraw: (note: number) => sendJson<null>('DELETE', `/api/v1/corrections/${note}`, undefined),
  hold: async (id: string, reason: string) => (await postJson<Hold>(`${of(id)}/holds`, { reason })).body,
  lift: async (hold: number, reason: string) => (await postJson<Hold>(`/api/v1/holds/${hold}/lift`, { reason })).body,
  /** Where all that is held about the person is to be had, to read or for machines. */
  disclosure: (id: string, format: 'html' | 'json', lang: string, purpose: string) =>
    `${of(id)}/disclosure?format=${format}&lang=${lang}&purpose=${encodeURIComponent(purpose)}`,
};
