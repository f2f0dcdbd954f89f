/** The comparison of sources, hub and index. */
import { get } from '../api';

export interface Reconciliation {
  id: number;
  askedBy: 'COMMAND' | 'SCHEDULE';
  repairs: boolean;
  state: 'RUNNING' | 'DONE' | 'BROKEN_OFF';
  reason: string | null;
  beganAt: string;
  endedAt: string | null;
  rows: number;
  masterRecords: number;
  documents: number;
  differences: number;
  mended: number;
  deadLetters: number;
  onTheirWay: number;
}

export interface Difference {
  kind: string;
  subject: string;
  detail: string;
  mended: boolean;
}

export interface Differences {
  items: Difference[];
  nextCursor: string | null;
}

export type Verdict = 'running' | 'brokenOff' | 'different' | 'allMended' | 'same';

/** What came of a comparison, and how good that is. */
export function verdict(last: Reconciliation): { tone: 'good' | 'warn' | 'bad'; key: Verdict } {
  const left = last.differences - last.mended;
  if (last.state === 'RUNNING') return { tone: 'warn', key: 'running' };
  if (last.state === 'BROKEN_OFF') return { tone: 'bad', key: 'brokenOff' };
  if (left > 0) return { tone: 'bad', key: 'different' };
  return { tone: 'good', key: last.differences > 0 ? 'allMended' : 'same' };
}

/** As it is written in roles.yaml. */
export const DIFFERENCES_CALL = 'GET /api/v1/reconciliations/{id}/differences';

export const reconciliationApi = {
  differences: (id: number, cursor: string | null, signal?: AbortSignal) =>
    get<Differences>(`/api/v1/reconciliations/${id}/differences?size=50${cursor ? `&cursor=${cursor}` : ''}`, signal),
};
