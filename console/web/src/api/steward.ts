/** The calls of stewards and supervisors: review tasks, decisions, models, quality. */
import { get, postJson, type RecordKey, type RelatedPerson, type SourcePerson } from '../api';
import type { OrMasked } from '../masks';
import type { TaskKind, TaskState } from '../steward/kinds';

export interface WeightPart {
  name: string;
  level: string;
  bits: number;
  left?: OrMasked<string>;
  right?: OrMasked<string>;
}

export interface Evidence {
  matchWeight: number;
  matchProbability: number;
  forbidden: string;
  parts: WeightPart[];
  summary: string[];
  modelVersion: string;
}

export interface PersonOfRecord extends SourcePerson {
  ethnicGroup: OrMasked<string> | null;
  relatedPersons: RelatedPerson[];
}

export interface TaskRecord extends RecordKey {
  masterId: string | null;
  recordsOfPerson: number;
  person: PersonOfRecord;
}

export interface TaskNote {
  author: string;
  at: string;
  act: 'CLAIM' | 'SKIP' | 'DEFER' | 'COMMENT' | 'DECIDE' | 'ASSIGN';
  words: string;
}

export interface Task {
  id: number;
  version: number;
  kind: TaskKind;
  state: TaskState;
  priority: number;
  openedAt: string;
  changedAt: string;
  centres: string[];
  sensitivity: string[];
  assignedTo: string | null;
  suggestedFor: string[];
  lease: { holder: string; until: string } | null;
  deferredUntil: string | null;
  closedBecause: string | null;
  decisionId: number | null;
  records: TaskRecord[];
  evidence: Evidence;
  notes: TaskNote[];
}

export interface TaskPageAnswer {
  items: Task[];
  total: number;
  counts: Partial<Record<TaskKind, number>>;
  nextCursor: string | null;
}

export interface EffectPerson {
  masterId: string;
  records: RecordKey[];
}

export interface Effect {
  before: EffectPerson[];
  after: EffectPerson[];
}

export type Risk = 'LARGE' | 'CONFLICTING_EVIDENCE' | 'VICTIM_WITH_ADULT' | 'OVERRULES_ANOTHER' | 'IRREVERSIBLE';
export type DecisionState = 'AWAITING_APPROVAL' | 'IN_FORCE' | 'UNDONE' | 'DISCARDED';

/** What came of a decision, or, in a preview, would: then there is no decision's id. */
export interface Ruling {
  decisionId: number | null;
  masterId: string | null;
  state: DecisionState | null;
  risks: Risk[];
  changes: Effect;
}

export interface Answered extends Ruling {
  task: Task;
}

export interface Decision {
  id: number;
  kind: 'SAME_PERSON' | 'DIFFERENT_PEOPLE' | 'MERGE' | 'SPLIT' | 'MOVE' | 'PIN' | 'ERASE' | 'RESTRICT' | 'UNDO';
  state: DecisionState;
  author: string;
  reason: string;
  decidedAt: string;
  modelVersion: string;
  risks: Risk[];
  taskId: number | null;
  undoes: number | null;
  approvedBy: string | null;
  approvedAt: string | null;
  settledBy: number | null;
  attribute: string | null;
  records: (RecordKey & { masterId: string })[];
}

export interface Neighbourhood {
  records: { key: RecordKey; masterId: string; name: string | null; asked: boolean }[];
  ties: { a: RecordKey; b: RecordKey; bits: number | null; said: 'SAME_PERSON' | 'DIFFERENT_PEOPLE' | null }[];
  linkBits: number;
  left: number;
}

export interface Words {
  vietnamese: Record<string, string>;
  english: Record<string, string>;
}

export interface Told {
  summary: string;
  joins: string[];
  apart: string[];
}

export interface Story {
  masterId: string;
  vietnamese: Told;
  english: Told;
  members: RecordKey[];
  events: {
    at: string;
    version: number;
    change: string;
    other: string | null;
    members: number;
    decisionId: number | null;
    author: string | null;
  }[];
}

export interface BulkOutcome {
  id: number;
  status: number;
  decisionId: number | null;
  state: DecisionState | null;
}

export interface ModelVersion {
  version: string;
  name: string;
  origin: 'CONFIGURATION' | 'TRAINED' | 'OPERATOR';
  author: string;
  reason: string;
  createdAt: string;
  learned: { records: number; labels: number; seed: number; report: string[] } | null;
}

export interface DifferenceExample {
  recordA: string;
  recordB: string;
  records: number;
  now: { bits: number; forbidden?: string; parts?: WeightPart[] };
  then: { bits: number; forbidden?: string; parts?: WeightPart[] };
}

export interface Difference {
  version: string;
  against: string;
  records: number;
  peopleNow: number;
  peopleThen: number;
  pairsLinked: number;
  pairsParted: number;
  peopleLinked: number;
  peopleParted: number;
  questionsNow: number;
  questionsThen: number;
  /** Left out where there are none; so are parts of an example. */
  linked?: DifferenceExample[];
  parted?: DifferenceExample[];
}

export interface ModelJob {
  id: number;
  kind: 'TRAIN' | 'COMPARE' | 'ACTIVATE';
  version: string | null;
  state: 'WAITING' | 'RUNNING' | 'PAUSED' | 'DONE' | 'FAILED' | 'CANCELLED';
  phase: 'PREPARE' | 'CATCH_UP' | 'RECLUSTER' | null;
  progress: { step: string; done: number; total: number };
  author: string;
  reason: string;
  askedAt: string;
  endedAt: string | null;
  problem: string | null;
  result: Difference | null;
  events: { at: string; what: string; author: string; reason: string }[];
}

export interface Models {
  active: string | null;
  activation: ModelJob | null;
  items: ModelVersion[];
  activations: {
    id: number;
    kind: 'CONFIGURATION' | 'ACTIVATE' | 'ROLLBACK';
    version: string;
    former: string | null;
    author: string;
    reason: string;
    askedAt: string;
    jobId: number | null;
    effectiveAt: string | null;
    completedAt: string | null;
  }[];
}

export interface ModelWeights {
  population: number;
  linkAbove: number | null;
  possibleAbove: number | null;
  run: Record<string, string>;
  kinds: {
    name: string;
    prior: number;
    features: { name: string; levels: { level: string; bits: number; m: number; u: number }[] }[];
  }[];
}

export interface Precision {
  precision: number;
  interval: { low: number; high: number };
  judged: number;
  unsure: number;
}

export interface Sample {
  id: number;
  author: string;
  reason: string;
  drawnAt: string;
  model: string;
  pairs: number;
  open: number;
  estimate: Precision | null;
}

export interface SamplePair {
  number: number;
  records: string[];
  masterId: string | null;
  band: string;
  verdict: 'SAME' | 'DIFFERENT' | 'UNSURE' | null;
  judgedBy: string | null;
  weight: { bits: number; parts: WeightPart[]; forbidden: string } | null;
}

export interface Quality {
  measuredAt: string;
  queue: { kind: TaskKind; day: number; week: number; month: number; older: number }[];
  decisions: { day: string; author: string; kind: string; decisions: number; undone: number }[];
  agreement: { pairs: number; agreed: number };
  links: { kind: 'AUTOMATIC' | 'ASSERTED' | 'SINGLE'; links: number }[];
  sizes: { records: number; people: number }[];
  precision: Sample | null;
  sizesByDay: { day: string; records: number; people: number }[];
  changes: { day: string; change: string; masters: number }[];
}

/** What is in force and what waits is told apart by the answer's own state. */
async function posted<T>(path: string, body: unknown): Promise<T> {
  return (await postJson<T>(path, body)).body;
}

const preview = (only: boolean) => (only ? '?preview=true' : '');
const master = (id: string) => `/api/v1/master-records/${encodeURIComponent(id)}`;
const key = ({ source, table, localId }: RecordKey) => ({ source, table, localId });

export const steward = {
  tasks: (parameters: Record<string, string>, signal?: AbortSignal) =>
    get<TaskPageAnswer>(`/api/v1/review-tasks?${new URLSearchParams(parameters)}`, signal),
  task: (id: number, signal?: AbortSignal) => get<Task>(`/api/v1/review-tasks/${id}`, signal),
  alike: async (id: number, signal?: AbortSignal) =>
    (await get<{ items: Task[] }>(`/api/v1/review-tasks/${id}/alike`, signal)).items,
  neighbourhood: (id: number, signal?: AbortSignal) =>
    get<Neighbourhood>(`/api/v1/review-tasks/${id}/neighbourhood`, signal),
  reasons: async (signal?: AbortSignal) =>
    (await get<{ items: string[] }>('/api/v1/review-tasks/reasons', signal)).items,
  claim: (id: number) => posted<Task>(`/api/v1/review-tasks/${id}/claim`, {}),
  answer: (
    id: number,
    answer: { version: number; decision: 'SAME' | 'DIFFERENT' | 'DEFER' | 'SKIP'; reason: string; until?: string },
    only = false,
  ) => posted<Answered>(`/api/v1/review-tasks/${id}/decision${preview(only)}`, answer),
  answerAll: (
    decide: { tasks: { id: number; version: number }[]; decision: 'SAME' | 'DIFFERENT'; reason: string },
    only = false,
  ) => posted<{ items: BulkOutcome[] }>(`/api/v1/review-tasks/decisions${preview(only)}`, decide),
  comment: (id: number, text: string) => posted<Task>(`/api/v1/review-tasks/${id}/comments`, { text }),
  assign: (id: number, to: string, reason: string) => posted<Task>(`/api/v1/review-tasks/${id}/assign`, { to, reason }),

  merge: (id: string, other: string, reason: string, only = false) =>
    posted<Ruling>(`${master(id)}/merge${preview(only)}`, { other, reason }),
  split: (id: string, records: RecordKey[], reason: string, only = false) =>
    posted<Ruling>(`${master(id)}/split${preview(only)}`, { sourceRecords: records.map(key), reason }),
  move: (id: string, records: RecordKey[], to: string, reason: string, only = false) =>
    posted<Ruling>(`${master(id)}/move${preview(only)}`, { sourceRecords: records.map(key), to, reason }),
  pin: (id: string, attribute: string, record: RecordKey, reason: string, only = false) =>
    posted<Ruling>(`${master(id)}/pin${preview(only)}`, { attribute, sourceRecord: key(record), reason }),
  story: (id: string, signal?: AbortSignal) => get<Story>(`${master(id)}/story`, signal),

  decisions: async (parameters: Record<string, string>, signal?: AbortSignal) =>
    (await get<{ items: Decision[] }>(`/api/v1/decisions?${new URLSearchParams(parameters)}`, signal)).items,
  decision: (id: number, signal?: AbortSignal) => get<Decision>(`/api/v1/decisions/${id}`, signal),
  undo: (id: number, reason: string, only = false) =>
    posted<Ruling>(`/api/v1/decisions/${id}/undo${preview(only)}`, { reason }),
  approve: (id: number, only = false) => posted<Ruling>(`/api/v1/decisions/${id}/approve${preview(only)}`, {}),

  words: (signal?: AbortSignal) => get<Words>('/api/v1/models/words', signal),
  models: (signal?: AbortSignal) => get<Models>('/api/v1/models', signal),
  weights: (version: string, signal?: AbortSignal) =>
    get<ModelWeights>(`/api/v1/models/${encodeURIComponent(version)}/weights`, signal),
  jobs: async (signal?: AbortSignal) => (await get<{ items: ModelJob[] }>('/api/v1/models/jobs?size=20', signal)).items,
  train: (order: { reason: string; seed: number; withDecisions: boolean }) =>
    posted<ModelJob>('/api/v1/models/train', order),
  compare: (version: string, reason: string) =>
    posted<ModelJob>(`/api/v1/models/${encodeURIComponent(version)}/compare`, { reason }),
  activate: (version: string, reason: string) =>
    posted<ModelJob>(`/api/v1/models/${encodeURIComponent(version)}/activate`, { reason }),
  rollBack: (reason: string) => posted<ModelJob>('/api/v1/models/rollback', { reason }),
  order: (id: number, what: 'pause' | 'resume' | 'cancel', reason: string) =>
    posted<ModelJob>(`/api/v1/models/jobs/${id}/${what}`, { reason }),

  quality: (signal?: AbortSignal) => get<Quality>('/api/v1/quality', signal),
  samples: async (signal?: AbortSignal) => (await get<{ items: Sample[] }>('/api/v1/quality/samples', signal)).items,
  sample: (id: number, signal?: AbortSignal) => get<Sample>(`/api/v1/quality/samples/${id}`, signal),
  draw: (size: number, seed: number, reason: string) =>
    posted<Sample>('/api/v1/quality/samples', { size, seed, reason }),
  pairs: async (id: number, signal?: AbortSignal) =>
    (await get<{ items: SamplePair[] }>(`/api/v1/quality/samples/${id}/pairs?size=20`, signal)).items,
  judge: (id: number, number: number, verdict: 'SAME' | 'DIFFERENT' | 'UNSURE') =>
    posted<Sample>(`/api/v1/quality/samples/${id}/pairs/${number}`, { verdict }),
};
