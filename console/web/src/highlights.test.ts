import { expect, it } from 'vitest';
import { pieces, reading, shown, split } from './highlights';

it('a text is cut at its marks', () => {
  expect(pieces('Nguyễn Thị Hòa', [{ start: 11, end: 14 }])).toEqual([
    { text: 'Nguyễn Thị ', marked: false },
    { text: 'Hòa', marked: true },
  ]);
});

it('a text without marks is one piece', () => {
  expect(pieces('Hòa', [])).toEqual([{ text: 'Hòa', marked: false }]);
});

it('marks that overlap or leave the text lose nothing of it', () => {
  const cut = pieces('Nguyễn', [
    { start: 3, end: 99 },
    { start: 0, end: 4 },
  ]);
  expect(cut.map((piece) => piece.text).join('')).toBe('Nguyễn');
  expect(cut.every((piece) => piece.marked)).toBe(true);
});

it('the highlight of the shown name is told apart from the others', () => {
  const name = { field: 'name', text: 'Hòa', marks: [{ start: 0, end: 3 }] };
  const place = { field: 'place', text: 'Lào Cai', marks: [{ start: 0, end: 3 }] };
  expect(split([name, place], 'Hòa')).toEqual({ own: name, others: [place] });
  expect(split([name, place], null)).toEqual({ own: undefined, others: [name, place] });
});

it('a day is shown day first, and a text that several records hold once', () => {
  const marks = [{ start: 0, end: 10 }];
  expect(
    shown([
      { field: 'birth', text: '2006-03-12', marks },
      { field: 'birth', text: '12/03/2006', marks },
    ]),
  ).toEqual([{ field: 'birth', text: '12/03/2006', marks }]);
});

it('neighbouring words of one kind are told together', () => {
  expect(
    reading([
      { written: 'nguyen', kind: 'name', reading: 'nguyen' },
      { written: 'hoa', kind: 'name', reading: 'hoa' },
      { written: '1996', kind: 'birth-year', reading: '1996' },
    ]),
  ).toEqual([
    { written: 'nguyen hoa', kind: 'name' },
    { written: '1996', kind: 'birth-year' },
  ]);
});
