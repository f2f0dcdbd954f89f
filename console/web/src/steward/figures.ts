/** The quality report as rows of charts. */
import type { Quality } from '../api/steward';
import { day } from '../format';
import type { BarRow } from '../parts/steward/Bars';

/** Sizes as far as they are told apart: one record, two, three, four or more. */
const SIZES = 4;

function grouped<T>(all: T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

function bySize(sizes: { records: number; people: number }[]): number[] {
  const values = Array.from({ length: SIZES }, () => 0);
  for (const { records, people } of sizes) {
    const at = Math.min(records, SIZES) - 1;
    values[at] = (values[at] ?? 0) + people;
  }
  return values;
}

/** How many people were made of how many records at the end of each day on which that changed; the latest last, at most 30. */
export function sizesOverTime(quality: Quality): BarRow[] {
  const days = grouped(quality.sizesByDay, (size) => size.day);
  return [...days.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .slice(-30)
    .map(([date, sizes]) => ({ label: day(date), values: bySize(sizes) }));
}

export function sizesNow(quality: Quality): BarRow[] {
  return quality.sizes.map(({ records, people }) => ({ label: String(records), values: [people] }));
}

/** Decisions by day and author: those that stand, and those that were undone. */
export function decisionsByDay(quality: Quality): BarRow[] {
  const rows = grouped(quality.decisions, (decided) => `${decided.day} ${decided.author}`);
  return [...rows.values()]
    .map((same) => {
      const all = same.reduce((sum, decided) => sum + decided.decisions, 0);
      const undone = same.reduce((sum, decided) => sum + decided.undone, 0);
      const [first] = same;
      return { date: first?.day ?? '', author: first?.author ?? '', values: [all - undone, undone] };
    })
    .sort((one, other) => other.date.localeCompare(one.date) || one.author.localeCompare(other.author))
    .map(({ date, author, values }) => ({ label: `${day(date)} · ${author}`, values }));
}

/** A probability in percent; no evidence makes it certain, so that it is never told as 100 or 0. */
export function likelihood(probability: number, language: string): string {
  if (probability > 0.999) return `> ${percent(0.999, 1, language)}`;
  if (probability < 0.001) return `< ${percent(0.001, 1, language)}`;
  return percent(probability, 1, language);
}

/** A share in percent with one digit; a dash of nothing. */
export function percent(part: number, whole: number, language: string): string {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(part / whole);
}
