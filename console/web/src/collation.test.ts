import { expect, it } from 'vitest';
import { comparePeople, compareTexts, sortedBy } from './collation';

it('letters stand in the order of the Vietnamese alphabet', () => {
  expect(['Đà Nẵng', 'Ê Đê', 'Dao', 'Ăn', 'An', 'Ân', 'Em', 'Ơ Đu', 'Ô', 'O'].sort(compareTexts)).toEqual([
    'An',
    'Ăn',
    'Ân',
    'Dao',
    'Đà Nẵng',
    'Em',
    'Ê Đê',
    'O',
    'Ô',
    'Ơ Đu',
  ]);
});

it('tones decide where the letters are the same', () => {
  expect(['mạ', 'mã', 'má', 'mả', 'mà', 'ma'].sort(compareTexts)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
});

it('people stand by their given name, then by the rest', () => {
  expect(['Trần Thị Hoa', 'Nguyễn Văn An', 'Nguyễn Thị Hoa', 'Giàng Thị Mỷ'].sort(comparePeople)).toEqual([
    'Nguyễn Văn An',
    'Nguyễn Thị Hoa',
    'Trần Thị Hoa',
    'Giàng Thị Mỷ',
  ]);
});

it('entries are sorted by what they are called, numbers by their value', () => {
  expect(sortedBy([{ name: 'Quận 10' }, { name: 'Quận 2' }], (entry) => entry.name)).toEqual([
    { name: 'Quận 2' },
    { name: 'Quận 10' },
  ]);
});
