/** What is searched for, as it stands in the address: it can be bookmarked and comes back with the back button. */

export const FILTERS = [
  'source',
  'role',
  'centre',
  'province',
  'provinceBefore',
  'sex',
  'ethnicGroup',
  'caseKind',
  'exploitation',
  'channel',
  'openReferral',
  'returned',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** Bounds of years of birth, and of days of the last contact (ISO). */
export const BOUNDS = ['bornFrom', 'bornTo', 'lastContactFrom', 'lastContactTo'] as const;
export type BoundName = (typeof BOUNDS)[number];

/** In which order people come; the first when none is asked for. */
export const SORTS = ['relevance', 'name', 'lastContact', 'bornYear', 'lastChange'] as const;
export type Sort = (typeof SORTS)[number];

export type SearchState = { q?: string; sort?: Sort } & { [name in FilterName]?: string[] } & {
  [name in BoundName]?: string;
};

/** Filters that hold or do not: one choice at a time. */
const SINGLE = new Set<FilterName>(['openReferral', 'returned']);

/** Reads the address; whatever is not a search is left out. */
export function readState(given: Record<string, unknown>): SearchState {
  const state: SearchState = {};
  if (typeof given.q === 'string' && given.q !== '') state.q = given.q;
  if (SORTS.includes(given.sort as Sort) && given.sort !== SORTS[0]) state.sort = given.sort as Sort;
  for (const name of BOUNDS) {
    const value = given[name];
    if (typeof value === 'string' && isBound(name, value)) state[name] = value;
  }
  for (const name of FILTERS) {
    const value = given[name];
    const values = (Array.isArray(value) ? value : [value]).filter(
      (entry): entry is string => typeof entry === 'string' && entry !== '',
    );
    if (values.length > 0) state[name] = values;
  }
  return state;
}

interface Option {
  value: string;
  people: number;
}

/** All values that were counted; one that is chosen stands there also when nobody has it or it was not counted. */
export function optionsOf(counted: Option[], chosen: string[] = []): Option[] {
  const others = chosen.filter((value) => !counted.some((entry) => entry.value === value));
  return [...counted, ...others.map((value) => ({ value, people: 0 }))];
}

/** The first of them, and whatever is chosen. */
export function fewOf(options: Option[], few: number, chosen: string[] = []): Option[] {
  return options.filter(({ value }, at) => at < few || chosen.includes(value));
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

/** Whether the text is a bound as the service takes it: a year, or a day. */
export function isBound(name: BoundName, text: string): boolean {
  return name.startsWith('born') ? /^\d{4}$/.test(text) : /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The state with another bound; what is none takes it away. */
export function bounded(state: SearchState, name: BoundName, text: string): SearchState {
  const { [name]: _, ...others } = state;
  return isBound(name, text) ? { ...others, [name]: text } : others;
}

export function filterCount(state: SearchState): number {
  return (
    FILTERS.reduce((sum, name) => sum + (state[name]?.length ?? 0), 0) +
    BOUNDS.reduce((sum, name) => sum + (state[name] ? 1 : 0), 0)
  );
}

/** What was typed and how people are sorted, without the filters. */
export function withoutFilters({ q, sort }: SearchState): SearchState {
  return { ...(q ? { q } : {}), ...(sort ? { sort } : {}) };
}

/** The filters and the order by name, as saved searches and exports take them. */
export function filtersOf(state: SearchState): Record<string, string[]> {
  const { q: _, ...others } = state;
  return Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value : [value as string]]),
  );
}

/** A kept search as a state: what the service knew once and the page does not know is left out. */
export function stateOf(parameters: Record<string, string[]>): SearchState {
  return readState(
    Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
    ),
  );
}

/** The parameters of the call. */
export function parameters(state: SearchState, cursor: string | null): URLSearchParams {
  const result = new URLSearchParams({ q: state.q ?? '', size: '25' });
  for (const name of FILTERS) for (const value of state[name] ?? []) result.append(name, value);
  for (const name of BOUNDS) if (state[name]) result.set(name, state[name]);
  if (state.sort) result.set('sort', state.sort);
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
