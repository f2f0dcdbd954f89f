import { expect, it } from 'vitest';
import {
  bounded,
  fewOf,
  filterCount,
  filtersOf,
  optionsOf,
  parameters,
  parseAddress,
  readState,
  stateOf,
  toggled,
  withoutFilters,
  writeAddress,
} from './searchState';

it('a search survives the way through the address', () => {
  const state = { q: '0912345678', role: ['CHILD', 'VICTIM'], returned: ['true'] };
  expect(readState(parseAddress(writeAddress(state)))).toEqual(state);
});

it('what is no search is left out of the state', () => {
  expect(readState({ q: '', other: 'x', role: 7 })).toEqual({});
});

it('a filter is switched on and off', () => {
  const on = toggled({ q: 'hoa' }, 'role', 'CHILD');
  expect(on).toEqual({ q: 'hoa', role: ['CHILD'] });
  expect(toggled(on, 'role', 'CHILD')).toEqual({ q: 'hoa' });
});

it('a yes-or-no filter holds one value', () => {
  expect(toggled({ returned: ['true'] }, 'returned', 'false')).toEqual({ returned: ['false'] });
});

it('filters are counted by value', () => {
  expect(filterCount({ role: ['CHILD', 'VICTIM'], sex: ['MALE'] })).toBe(3);
});

it('facets are asked for with the first page only', () => {
  expect(parameters({ q: 'hoa' }, null).get('facets')).toBeNull();
  expect(parameters({ q: 'hoa', sex: ['FEMALE'] }, 'abc').toString()).toBe(
    'q=hoa&size=25&sex=FEMALE&cursor=abc&facets=false',
  );
});

it('an order and bounds survive the way through the address, and what is none is left out', () => {
  const state = { q: 'hoa', sort: 'name' as const, bornFrom: '1990', lastContactTo: '2024-03-01' };
  expect(readState(parseAddress(writeAddress(state)))).toEqual(state);
  expect(readState({ sort: 'height', bornFrom: '90', lastContactTo: '1/3/2024' })).toEqual({});
  expect(parameters(state, null).toString()).toBe('q=hoa&size=25&bornFrom=1990&lastContactTo=2024-03-01&sort=name');
});

it('a bound is set, changed and taken away', () => {
  expect(bounded({ q: 'hoa' }, 'bornFrom', '1990')).toEqual({ q: 'hoa', bornFrom: '1990' });
  expect(bounded({ bornFrom: '1990' }, 'bornFrom', '19')).toEqual({});
});

it('a search is kept and comes back the same', () => {
  const state = { q: 'hoa', role: ['CHILD'], bornTo: '2000', sort: 'name' as const };
  expect(filtersOf(state)).toEqual({ role: ['CHILD'], bornTo: ['2000'], sort: ['name'] });
  expect(stateOf({ q: ['hoa'], ...filtersOf(state) })).toEqual(state);
  expect(withoutFilters(state)).toEqual({ q: 'hoa', sort: 'name' });
  expect(filterCount(state)).toBe(2);
});

it('every value that was counted is offered, and a chosen one wherever it stands', () => {
  const counted = Array.from({ length: 63 }, (_, at) => ({ value: `${at}`, people: 63 - at }));
  const options = optionsOf(counted, ['50', 'gone']);
  expect(options.length).toBe(64);
  expect(options.at(-1)).toEqual({ value: 'gone', people: 0 });
  expect(fewOf(options, 6, ['50', 'gone']).map(({ value }) => value)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '50',
    'gone',
  ]);
});
