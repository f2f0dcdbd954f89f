import { expect, it } from 'vitest';
import { difference, folded, graphemes, likeness } from './difference';

const marked = (left: string, right: string) => {
  const form = (pieces: { text: string; differs: boolean }[]) =>
    pieces.map((piece) => (piece.differs ? `[${piece.text}]` : piece.text)).join('');
  const { left: ours, right: theirs } = difference(left, right);
  return [form(ours), form(theirs)];
};

it('a letter with tone is one letter, however it was typed', () => {
  expect(graphemes('Hoà')).toEqual(['H', 'o', 'à']);
  expect(graphemes('Nguye\u0302\u0303n')).toEqual(['N', 'g', 'u', 'y', 'ễ', 'n']);
  expect(marked('Nguye\u0302\u0303n', 'Nguyễn')).toEqual(['Nguyễn', 'Nguyễn']);
});

it('only the letters that differ are marked, tone and all', () => {
  expect(marked('Nguyễn Thị Hoa', 'Nguyễn Thị Hòa')).toEqual(['Nguyễn Thị H[o]a', 'Nguyễn Thị H[ò]a']);
  expect(marked('Đào', 'Dao')).toEqual(['[Đà]o', '[Da]o']);
});

it('a digit that was left out is marked where it stands', () => {
  expect(marked('0912 345 678', '0912 35 678')).toEqual(['0912 3[4]5 678', '0912 35 678']);
});

it("a word that is left out is marked whole, and none of its letters is taken for another word's", () => {
  expect(marked('Nguyễn Trinh', 'Nguyen Thi Trinh')).toEqual(['Nguy[ễ]n Trinh', 'Nguy[e]n [Thi] Trinh']);
  expect(marked('Kon Tum', 'Quảng Ngãi')).toEqual(['[Kon] [Tum]', '[Quảng] [Ngãi]']);
});

it('a year stands beside the year of a date', () => {
  expect(marked('1989', '21/05/1989')).toEqual(['1989', '[21/05/]1989']);
});

it('capitals are no difference', () => {
  expect(marked('NGUYỄN HOA', 'Nguyễn Hoa')).toEqual(['NGUYỄN HOA', 'Nguyễn Hoa']);
});

it('a text beside nothing differs wholly', () => {
  expect(marked('Na', '')).toEqual(['[Na]', '']);
});

it('values are alike when any of the one is among those of the other', () => {
  expect(likeness(['Hoa', 'Na'], ['NA'])).toBe('same');
  expect(likeness(['Đặng Hoà'], ['Dang Hoa'])).toBe('marks');
  expect(likeness(['Hoa'], ['Huệ'])).toBe('differs');
  expect(likeness(['1989'], ['21/05/1989'])).toBe('part');
  expect(likeness(['Nguyễn Trinh'], ['Nguyen Thi Trinh'])).toBe('part');
  expect(likeness([], ['Huệ'])).toBe('one-sided');
  expect(likeness([], [])).toBe('none');
  expect(folded('  Đặng  Thị ')).toBe('dang thi');
});
