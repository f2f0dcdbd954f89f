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

/** As it is written in roles.yaml. */
export const DIFFERENCES_CALL = 'GET /api/v1/reconciliations/{id}/differences';

export const reconciliationApi = {
  differences: (id: number, cursor: string | null, signal?: AbortSignal) =>
    get<Differences>(`/api/v1/reconciliations/${id}/differences?size=50${cursor ? `&cursor=${cursor}` : ''}`, signal),
};
