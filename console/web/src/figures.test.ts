import { describe, expect, it } from 'vitest';
import type { Cell } from './api/dashboard';
import { partsOf, period, readSlice, rowsOf, share, today, typedDay, withEveryMonth } from './figures';

const cell = (by: string, value: string, part: string | null, count: number | null): Cell => ({
  by,
  value,
  label: null,
  split: part === null ? null : 'nature',
  part,
  count,
  mean: null,
});

describe('periods', () => {
  it('end today as the clock in Vietnam says', () => {
    expect(today(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01');
    expect(today(new Date('2026-06-30T16:59:59Z'))).toBe('2026-06-30');
  });

  it('begin with a month', () => {
    expect(period('twelve', '2026-01-15')).toEqual({ from: '2025-02-01', to: '2026-01-15' });
    expect(period('quarter', '2026-06-15').from).toBe('2026-04-01');
    expect(period('month', '2026-12-31').from).toBe('2026-12-01');
    expect(period('year', '2026-12-31').from).toBe('2026-01-01');
  });

  it('are read from an address, and what is none is not', () => {
    expect(readSlice({ from: '2024-02-29', to: '2024-03-01', centre: 'HANOI' })).toEqual({
      from: '2024-02-29',
      to: '2024-03-01',
      centre: 'HANOI',
    });
    expect(readSlice({ from: '2024-03-02', to: '2024-03-01' })).toEqual(period('twelve'));
    expect(readSlice({ from: '2023-02-29' }).from).toBe(period('twelve').from);
  });

  it('are typed as people write days', () => {
    expect(typedDay('1/7/2025')).toBe('2025-07-01');
    expect(typedDay('31-12-2025')).toBe('2025-12-31');
    expect(typedDay('30/02/2025')).toBeNull();
    expect(typedDay('2025')).toBeNull();
  });
});

describe('rows of a breakdown', () => {
  const cells = [
    cell('channel', 'VOICE', 'COUNSELLING', 5),
    cell('channel', 'ZALO', 'COUNSELLING', 9),
    cell('channel', 'VOICE', 'SILENT', 7),
    cell('month', '2025-03-01', 'COUNSELLING', 1),
    cell('month', '2025-01-01', 'COUNSELLING', 2),
  ];

  it('come the greatest first, months in their order', () => {
    expect(rowsOf(cells, 'channel').map((row) => [row.value, row.total])).toEqual([
      ['VOICE', 12],
      ['ZALO', 9],
    ]);
    expect(rowsOf(cells, 'month').map((row) => row.value)).toEqual(['2025-03-01', '2025-01-01']);
  });

  it('have the parts that there are, in their order', () => {
    expect(partsOf(cells, 'channel', ['AUTOMATIC', 'SILENT', 'COUNSELLING'])).toEqual(['SILENT', 'COUNSELLING']);
  });

  it('tell a share, unless a part of it may not be told', () => {
    expect(share(rowsOf(cells, 'channel')[0], ['SILENT'])).toBeCloseTo(7 / 12);
    expect(share(rowsOf([...cells, cell('channel', 'ZALO', 'SILENT', null)], 'channel')[1], ['SILENT'])).toBeNull();
    expect(share(undefined, ['SILENT'])).toBeNull();
  });

  it('show the months without anything', () => {
    const months = rowsOf([cell('month', '2024-12-01', 'X', 1), cell('month', '2025-02-01', 'X', 1)], 'month');
    expect(withEveryMonth(months).map((row) => row.value)).toEqual(['2024-12-01', '2025-01-01', '2025-02-01']);
  });
});
