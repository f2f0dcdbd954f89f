/** Calls beside the search itself: suggestions while typing, and what one keeps for oneself. */
import { get, type Hit, postJson, sendJson } from '../api';

export interface Suggestion {
  kind: 'PERSON' | 'PLACE' | 'CASE_NUMBER';
  label: string | null;
  text: string | null;
  masterId: string | null;
  births: { written: string; from: string; to: string }[];
  roles: string[];
  home: string | null;
  person: string | null;
  people: number | null;
}

/** The parameters of a search by name, each with its values. */
export type Parameters = Record<string, string[]>;

export interface SavedSearch {
  id: number;
  name: string;
  parameters: Parameters;
  savedAt: string;
}

export interface RecentPerson {
  openedAt: string;
  masterId: string;
  person: Hit | null;
}

export type ExportFormat = 'CSV' | 'XLSX';

export interface Export {
  id: string;
  format: ExportFormat;
  purpose: string;
  state: 'WAITING' | 'RUNNING' | 'READY' | 'CANCELLED' | 'FAILED' | 'EXPIRED';
  total: number | null;
  written: number;
  most: number;
  truncated: boolean;
  askedAt: string;
  endedAt: string | null;
  expiresAt: string | null;
  fault: string | null;
}

export const searchApi = {
  suggestions: (text: string, signal?: AbortSignal) =>
    get<{ items: Suggestion[] }>(`/api/v1/search/suggestions?${new URLSearchParams({ q: text })}`, signal),
  saved: (signal?: AbortSignal) => get<{ items: SavedSearch[] }>('/api/v1/saved-searches', signal),
  save: async (name: string, parameters: Parameters) =>
    (await postJson<SavedSearch>('/api/v1/saved-searches', { name, parameters })).body,
  rename: (id: number, name: string) => sendJson<SavedSearch>('PATCH', `/api/v1/saved-searches/${id}`, { name }),
  forget: (id: number) => sendJson<null>('DELETE', `/api/v1/saved-searches/${id}`, undefined),
  recent: (signal?: AbortSignal) => get<{ items: RecentPerson[] }>('/api/v1/recent-people', signal),
  clearRecent: () => sendJson<null>('DELETE', '/api/v1/recent-people', undefined),
  exports: (signal?: AbortSignal) => get<{ items: Export[]; most: number }>('/api/v1/exports', signal),
  export: async (q: string, filters: Parameters, format: ExportFormat, purpose: string) =>
    (await postJson<Export>('/api/v1/exports', { q, filters, format, purpose })).body,
  cancelExport: async (id: string) => (await postJson<Export>(`/api/v1/exports/${encodeURIComponent(id)}/cancel`)).body,
  exportFile: (id: string) => `/api/v1/exports/${encodeURIComponent(id)}/file`,
};
