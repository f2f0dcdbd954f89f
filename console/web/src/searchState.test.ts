import { expect, it } from 'vitest';
import { filterCount, parameters, parseAddress, readState, toggled, writeAddress } from './searchState';

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
