import { expect, it } from 'vitest';
import { offered, reasonOf } from './reasons';

const parts = [
  { name: 'prior', level: '', bits: -14 },
  { name: 'name.given', level: 'equal', bits: 7.4 },
  { name: 'birth', level: 'same-year', bits: 6.7 },
  { name: 'telephone', level: 'different', bits: -2 },
  { name: 'sex', level: 'equal', bits: 0.4 },
];

it('is what the evidence says for an answer, the weightiest first', () => {
  expect(reasonOf(parts, true, (name) => name.toUpperCase())).toBe('NAME.GIVEN: EQUAL; BIRTH: SAME-YEAR');
  expect(reasonOf(parts, false, (name) => name)).toBe('telephone: different');
  expect(reasonOf([], true, (name) => name)).toBe('');
});

it('is offered once, the evidence first', () => {
  expect(offered('a', ['b', 'a'], ['c', 'b'])).toEqual(['a', 'b', 'c']);
  expect(offered('', ['b'], [])).toEqual(['b']);
  expect(offered('', ['Tên: giống nhau; Họ: khác nhau', 'đã gọi lại'], [])).toEqual(['đã gọi lại']);
});
