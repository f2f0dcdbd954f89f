/** The office's figures, and the lists behind their numbers. */
import { get, type RecordKey } from '../api';

export const FIGURES = ['contacts', 'cases', 'referrals', 'returns', 'people', 'quality', 'satisfaction'] as const;
export type FigureName = (typeof FIGURES)[number];

/** What part of the whole is counted; days as the API writes them. */
export interface Slice {
  from: string;
  to: string;
  centre?: string;
}

/** A number; null where the export may not tell it. */
export interface Cell {
  by: string;
  value: string;
  label: string | null;
  split: string | null;
  part: string | null;
  count: number | null;
  mean: number | null;
}

export interface Figure {
  figure: FigureName;
  countedAt: string;
  total: number | null;
  cells: Cell[];
  uncounted: number;
}

export interface ListedPerson {
  as: string;
  masterId: string;
  name: string | null;
}

export interface Listed {
  key: RecordKey | null;
  at: string | null;
  facts: Record<string, unknown> | null;
  people: ListedPerson[];
  withheld: boolean;
}

export interface ListPage {
  items: Listed[];
  nextCursor: string | null;
}

function parameters(slice: Slice): URLSearchParams {
  return new URLSearchParams({ from: slice.from, to: slice.to, ...(slice.centre ? { centre: slice.centre } : {}) });
}

export const dashboardApi = {
  figure: (figure: FigureName, slice: Slice, signal?: AbortSignal) =>
    get<Figure>(`/api/v1/dashboard/${figure}?${parameters(slice)}`, signal),
  /** As it may leave the office. */
  exported: (figure: FigureName, slice: Slice) =>
    get<Figure>(`/api/v1/dashboard/${figure}/export?${parameters(slice)}`),
  csvAddress: (figure: FigureName, slice: Slice) => `/api/v1/dashboard/${figure}/export.csv?${parameters(slice)}`,
  list: (
    figure: string,
    slice: Slice,
    filters: Record<string, string>,
    cursor: string | null,
    signal?: AbortSignal,
  ) => {
    const all = parameters(slice);
    for (const [name, value] of Object.entries(filters)) all.set(name, value);
    if (cursor) all.set('cursor', cursor);
    return get<ListPage>(`/api/v1/dashboard/${encodeURIComponent(figure)}/list?${all}`, signal);
  },
};
