import { expect, it } from 'vitest';
import type { Quality } from '../api/steward';
import { decisionsByDay, likelihood, percent, sizesOverTime } from './figures';

it('sizes of a day are told as one, two, three, and four or more records', () => {
  const sizesByDay = [
    { day: '2026-11-22', records: 1, people: 10 },
    { day: '2026-11-21', records: 2, people: 3 },
    { day: '2026-11-22', records: 5, people: 2 },
    { day: '2026-11-22', records: 4, people: 1 },
  ];
  expect(sizesOverTime({ sizesByDay } as Quality)).toEqual([
    { label: '21/11/2026', values: [0, 3, 0, 0] },
    { label: '22/11/2026', values: [10, 0, 0, 3] },
  ]);
});

it('decisions are told by day and author, the latest day first, those undone apart', () => {
  const decisions = [
    { day: '2026-11-21', author: 'b', kind: 'MERGE', decisions: 2, undone: 0 },
    { day: '2026-11-22', author: 'a', kind: 'MERGE', decisions: 2, undone: 1 },
    { day: '2026-11-22', author: 'a', kind: 'SPLIT', decisions: 3, undone: 0 },
  ];
  expect(decisionsByDay({ decisions } as Quality)).toEqual([
    { label: '22/11/2026 · a', values: [4, 1] },
    { label: '21/11/2026 · b', values: [2, 0] },
  ]);
});

it('no weight makes two people certainly one', () => {
  expect(likelihood(1, 'vi')).toBe('> 99,9%');
  expect(likelihood(0.9999962, 'en')).toBe('> 99.9%');
  expect(likelihood(0.97, 'en')).toBe('97.0%');
  expect(likelihood(0, 'vi')).toBe('< 0,1%');
});

it('a share of nothing is a dash', () => {
  expect(percent(1, 0, 'vi')).toBe('–');
  expect(percent(985, 1000, 'vi')).toBe('98,5%');
  expect(percent(985, 1000, 'en')).toBe('98.5%');
});
