/** What is searched for, as it stands in the address: it can be bookmarked and comes back with the back button. */

export const FILTERS = [
  'source',
  'role',
  'centre',
  'province',
  'sex',
  'caseKind',
  'exploitation',
  'channel',
  'openReferral',
  'returned',
] as const;
export type FilterName = (typeof FILTERS)[number];

export type SearchState = { q?: string } & { [name in FilterName]?: string[] };

/** Filters that hold or do not: one choice at a time. */
const SINGLE = new Set<FilterName>(['openReferral', 'returned']);

/** Reads the address; whatever is not a search is left out. */
export function readState(given: Record<string, unknown>): SearchState {
  const state: SearchState = {};
  if (typeof given.q === 'string' && given.q !== '') state.q = given.q;
  for (const name of FILTERS) {
    const value = given[name];
    const values = (Array.isArray(value) ? value : [value]).filter(
      (entry): entry is string => typeof entry === 'string' && entry !== '',
    );
    if (values.length > 0) state[name] = values;
  }
  return state;
}

/** The state after a filter was switched on or off. */
export function toggled(state: SearchState, name: FilterName, value: string): SearchState {
  const now = state[name] ?? [];
  const next = now.includes(value)
    ? now.filter((entry) => entry !== value)
    : SINGLE.has(name)
      ? [value]
      : [...now, value];
  const { [name]: _, ...others } = state;
  return next.length > 0 ? { ...others, [name]: next } : others;
}

export function filterCount(state: SearchState): number {
  return FILTERS.reduce((sum, name) => sum + (state[name]?.length ?? 0), 0);
}

/** The parameters of the call. */
export function parameters(state: SearchState, cursor: string | null): URLSearchParams {
  const result = new URLSearchParams({ q: state.q ?? '', size: '25' });
  for (const name of FILTERS) for (const value of state[name] ?? []) result.append(name, value);
  if (cursor) {
    result.set('cursor', cursor);
    result.set('facets', 'false');
  }
  return result;
}

/** Addresses with plain parameters, a filter with several values repeated. */
export function parseAddress(address: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(address)) {
    const before = result[name];
    result[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return result;
}

export function writeAddress(state: Record<string, unknown>): string {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (typeof entry === 'string' && entry !== '') result.append(name, entry);
    }
  }
  const text = result.toString();
  return text === '' ? '' : `?${text}`;
}
