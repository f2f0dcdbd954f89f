/** What the service answers, and how it is asked. One function a call; the server decides what may be seen. */

import type { Reconciliation } from './api/reconciliation';
import type { Revealed } from './api/reveal';
import { idleFor } from './idle';
import type { Masked, OrMasked } from './masks';

export interface RecordKey {
  source: 'switchboard' | 'hotline';
  table: string;
  localId: string;
}

export interface Sourced<T> {
  value: T;
  from: RecordKey[];
  rule: string;
}

export interface PersonName {
  written: string;
  kind: 'PRIMARY' | 'ALIAS';
  display: string;
}

export interface Birth {
  written: string;
  precision: 'DAY' | 'MONTH' | 'YEAR' | 'AGE';
  from: string;
  to: string;
  alternative: string | null;
}

export interface Telephone {
  written: string;
  numbers: string[];
  use: 'OWN' | 'FAMILY' | 'GUARDIAN';
}

export interface IdentityNumber {
  written: string;
  kind: string;
  number: string;
  valid: boolean;
}

export interface Place {
  writtenProvince: string | null;
  writtenDistrict: string | null;
  writtenCommune: string | null;
  writtenAddress: string | null;
  provinceBefore: string | null;
  provinceSince: string | null;
}

export interface RelatedPerson {
  relationship: 'FATHER' | 'MOTHER' | 'GUARDIAN';
  name: PersonName | null;
  telephone: OrMasked<Telephone> | null;
}

export interface Flag {
  field: string;
  code: string;
}

export interface SourcePerson {
  role: string;
  names: PersonName[];
  sex: string;
  birth: Birth | null;
  telephones: OrMasked<Telephone>[];
  identityNumbers: OrMasked<IdentityNumber>[];
  home: OrMasked<Place> | null;
  disability?: OrMasked<boolean> | null;
  writtenEthnicGroup: OrMasked<string> | null;
  nationality: string | null;
  note: OrMasked<string> | null;
  createdAt: string;
  updatedAt: string | null;
  flags: Flag[];
}

export interface SourceRecord extends RecordKey {
  linkKind: 'automatic' | 'asserted' | 'single';
  person: SourcePerson;
}

export interface Contact {
  key: RecordKey;
  receivedAt: string;
  channel: string;
  presentedNumber: OrMasked<Telephone> | null;
  counsellor: string | null;
  centre: string;
  language: string;
  durationSeconds: number;
  outcome: string;
  topic: string | null;
  notes: OrMasked<string> | null;
}

export interface Case {
  key: RecordKey;
  caseNumber: string;
  relation: string;
  kinds: OrMasked<string[]>;
  means: OrMasked<string[]>;
  urgency: number | null;
  status: string;
  openedOn: string;
  closedOn: string | null;
  destinationCountry: OrMasked<string> | null;
  recruitedInProvince: OrMasked<string> | null;
  narrative: OrMasked<string> | null;
}

export interface Referral {
  key: RecordKey;
  caseKey: RecordKey;
  agencyKey: RecordKey | null;
  agencyName: string | null;
  agencyKind: string | null;
  service: string | null;
  referredOn: string;
  respondedOn: string | null;
  outcome: string;
  satisfaction: number | null;
}

export interface Return {
  key: RecordKey;
  returnedOn: string;
  kind: string;
  borderGate: string | null;
  handedOverBy: string | null;
  screenedAs: string | null;
  certificateNumber: OrMasked<string> | null;
}

export interface MasterChange {
  version: number;
  changedAt: string;
  kind: string;
  other: string | null;
  members: RecordKey[];
}

export interface SourceChange extends RecordKey {
  kind: string;
  changedAt: string;
  columns: { column: string; before: unknown; after: unknown }[];
}

export interface Person {
  corrections?: { id: number; author: string; words: string; notedAt: string }[];
  masterId: string;
  version: number;
  changedAt: string;
  name: Sourced<PersonName> | null;
  otherNames: Sourced<PersonName>[];
  sex: Sourced<string> | null;
  birth: Sourced<Birth> | null;
  telephones: Sourced<OrMasked<Telephone>>[];
  identityNumbers: Sourced<OrMasked<IdentityNumber>>[];
  home: Sourced<OrMasked<Place>> | null;
  ethnicGroup: Sourced<OrMasked<string>> | null;
  nationality: Sourced<string> | null;
  relatedPersons: Sourced<RelatedPerson>[];
  roles: string[];
  sourceRecords: SourceRecord[];
  contacts: Contact[];
  cases: Case[];
  referrals: Referral[];
  returns: Return[];
  /** What the codes of topics and agencies are called. */
  codeNames: { topics: Record<string, string>; agencies: Record<string, string> };
  history: MasterChange[];
  sourceChanges: SourceChange[];
  /** What is revealed to the reader just now. */
  revealed: Revealed | null;
}

export interface Highlight {
  field: string;
  text: string;
  marks: { start: number; end: number }[];
}

export interface Hit {
  masterId: string;
  displayName: string | null;
  otherNames: string[];
  births: { written: string; from: string; to: string }[];
  sexes: string[];
  roles: string[];
  sources: string[];
  centres: string[];
  homes: string[];
  provinces: string[];
  telephones: string[];
  identityNumbers: string[];
  caseNumbers: string[];
  openReferral: boolean;
  returned: boolean;
  lastContact: string | null;
  sourceRecords: RecordKey[];
  highlights: Highlight[];
  masks: Masked[];
}

export interface Facet {
  name: string;
  counts: { value: string; people: number }[];
}

export interface SearchAnswer {
  hits: Hit[];
  facets: Facet[];
  total: number;
  tookMillis: number;
  nextCursor: string | null;
  understoodAs: { written: string; kind: string; reading: string }[];
  tolerance: 'STRICT' | 'SLIPS' | 'ALL_BUT_BIRTH_OR_MOST' | 'MOST_PIECES';
  behindSince: string | null;
}

export interface Source {
  source: string;
  state: string;
  reason: string | null;
  snapshot: string;
  loaded: boolean;
  position: string | null;
  head: string | null;
  passedHead: boolean;
  lagMillis: number | null;
  lastEventAt: string | null;
  heardAt: string | null;
  /** How much of its log the source keeps for the service; null when it was not looked at yet. */
  log: {
    state: 'BOUNDED' | 'FILLING' | 'UNBOUNDED';
    keptBytes: number | null;
    boundBytes: number | null;
    boundSeconds: number | null;
    seenAt: string;
  } | null;
  /** How far the reading of all rows has come; null when they are not being read by this instance. */
  reading: { rows: number; expectedRows: number | null; secondsLeft: number | null } | null;
}

export interface SourceTable {
  source: string;
  table: string;
  liveRows: number;
  capturedRows: number;
  mappedRows: number;
  deadLetteredRows: number;
  changes: number;
  /** Whether the table is as its mapping needs it; null before it was looked at. */
  shape: TableShape | null;
}

export interface TableShape {
  state: 'FOLLOWED' | 'STOPPED' | 'CATCHING_UP';
  missing: string[];
  ignored: string[];
  reason: string | null;
  since: string | null;
  heldChanges: number;
  mend: string | null;
  caughtUpAt: string | null;
}

export interface Pipeline {
  caughtUp: boolean;
  at: string;
  firstLoadComplete: boolean;
  backlogs: {
    resolution: number;
    redo: number;
    indexing: number;
    resolutionSecondsLeft: number | null;
    redoSecondsLeft: number | null;
    indexingSecondsLeft: number | null;
  };
  /** How far everybody is resolved at once; null while that is not done, or by another instance. */
  resolving: {
    stage: 'READ' | 'BLOCK' | 'COMPARE' | 'CLUSTER' | 'WRITE';
    step: number;
    steps: number;
    done: number;
    total: number | null;
    seconds: number;
    secondsLeft: number | null;
  } | null;
  sources: Source[];
  tables: SourceTable[];
  /** The comparison of sources, hub and index that began last. */
  reconciliation: Reconciliation | null;
}

export interface DeadLetter {
  id: number;
  source: string;
  table: string;
  localId: string;
  state: 'OPEN' | 'SETTLED';
  reason: string;
  firstAt: string;
  lastAt: string;
  tries: number;
}

export interface DeadLetterPage {
  items: DeadLetter[];
  total: number;
  nextCursor: string | null;
}

export interface Me {
  name: string;
  roles: string[];
  maySearch: boolean;
  maySeePipeline: boolean;
  maySeeDeadLetters: boolean;
  mayReplay: boolean;
  /** What the account may call, written as in roles.yaml: `GET /api/v1/review-tasks/{id}`. */
  calls: string[];
  /** What may be revealed, by the name of the purpose. */
  purposes: Record<string, string[]>;
}

export interface LoginOptions {
  kind: 'form' | 'redirect';
  url: string | null;
  demo: boolean;
}

/** A call that was not answered; status 0 when the service could not be reached at all. */
export class CallFailed extends Error {
  constructor(
    readonly status: number,
    readonly detail: string | null,
    /** The problem as the service told it (RFC 9457), with what it tells beside: a conflict tells what stands now. */
    readonly problem: Record<string, unknown> | null = null,
  ) {
    super(`status ${status}`);
  }
}

function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/** Told to the window when a call is answered 401. */
export const SESSION_ENDED = 'uhr-session-ended';

/** Which page calls: it goes on record. */
function callingPage(): string {
  const [, page] = window.location.pathname.split('/');
  return page || 'search';
}

/** Asks; a call that is not answered with success throws {@link CallFailed}. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    const headers = new Headers(init.headers);
    headers.set('X-Page', callingPage());
    headers.set('X-Idle-For', idleFor());
    response = await fetch(path, { ...init, headers, credentials: 'same-origin' });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new CallFailed(0, null);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    if (response.status === 401 && path !== '/login') window.dispatchEvent(new Event(SESSION_ENDED));
    throw new CallFailed(response.status, problem?.detail ?? null, problem);
  }
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, { headers: { Accept: 'application/json' }, signal });
  return response.json();
}

export async function post(path: string, body?: URLSearchParams): Promise<Response> {
  return send(path, {
    method: 'POST',
    headers: { 'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json' },
    ...(body ? { body } : {}),
  });
}

/** Posts JSON and reads JSON; the status tells apart what is in force (200) and what waits (202). */
export async function postJson<T>(path: string, body: unknown = {}): Promise<{ status: number; body: T }> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Sends JSON and reads the answer's; an answer without content is null. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
): Promise<T> {
  const response = await send(path, {
    method,
    headers: { 'X-XSRF-TOKEN': csrfToken(), Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as T;
}

export const api = {
  me: () => get<Me>('/api/v1/me'),
  loginOptions: () => get<LoginOptions>('/api/v1/login-options'),
  login: async (username: string, password: string) => {
    await get<LoginOptions>('/api/v1/login-options'); // brings the anti-forgery cookie if there is none yet
    await post('/login', new URLSearchParams({ username, password }));
  },
  logout: () => post('/logout'),
  search: (parameters: URLSearchParams, signal?: AbortSignal) =>
    get<SearchAnswer>(`/api/v1/search?${parameters}`, signal),
  person: (id: string, signal?: AbortSignal) => get<Person>(`/api/v1/master-records/${encodeURIComponent(id)}`, signal),
  pipeline: (signal?: AbortSignal) => get<Pipeline>('/api/v1/pipeline', signal),
  deadLetters: (cursor: string | null, signal?: AbortSignal) =>
    get<DeadLetterPage>(`/api/v1/dead-letters?size=50${cursor ? `&cursor=${cursor}` : ''}`, signal),
  replay: async (id: number) => (await post(`/api/v1/dead-letters/${id}/replay`)).json() as Promise<DeadLetter>,
};
