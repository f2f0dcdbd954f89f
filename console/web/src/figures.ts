/** What the dashboard makes of cells: periods, rows of a breakdown, rates. */
import type { Cell, Slice } from './api/dashboard';

const ZONE = 'Asia/Ho_Chi_Minh';

/** Today in Vietnam, as the API writes days. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );
}

function firstOfMonth(day: string, monthsBack: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 - monthsBack;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

export const PERIODS = ['month', 'quarter', 'year', 'twelve', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** A period that ends today; all begins before either hotline. */
export function period(name: Period, day = today()): { from: string; to: string } {
  switch (name) {
    case 'month':
      return { from: firstOfMonth(day, 0), to: day };
    case 'quarter':
      return { from: firstOfMonth(day, (Number(day.slice(5, 7)) - 1) % 3), to: day };
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: day };
    case 'twelve':
      return { from: firstOfMonth(day, 11), to: day };
    case 'all':
      return { from: '2000-01-01', to: day };
  }
}

/** The slice of an address; what is no day or no centre is left out. */
export function readSlice(given: Record<string, unknown>): Slice {
  const usual = period('twelve');
  const dayOf = (value: unknown, otherwise: string) => (typeof value === 'string' && isDay(value) ? value : otherwise);
  const from = dayOf(given.from, usual.from);
  const to = dayOf(given.to, usual.to);
  const centre = typeof given.centre === 'string' && given.centre !== '' ? given.centre : undefined;
  return { ...(from <= to ? { from, to } : usual), ...(centre ? { centre } : {}) };
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

/** A day as people write it, dd/mm/yyyy, for the API; null if it is none. */
export function typedDay(text: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const day = `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

export interface Row {
  value: string;
  label: string | null;
  /** By part; '' where the number is not told apart further. Null: may not be told. */
  counts: Map<string, number | null>;
  /** Null where one of its parts may not be told. */
  total: number | null;
  mean: number | null;
}

/** The rows of one breakdown in the order of the cells: months by time, others the greatest first. */
export function rowsOf(cells: Cell[], by: string): Row[] {
  const rows = new Map<string, Row>();
  for (const cell of cells) {
    if (cell.by !== by) continue;
    const row = rows.get(cell.value) ?? {
      value: cell.value,
      label: cell.label,
      counts: new Map(),
      total: 0,
      mean: cell.mean,
    };
    row.counts.set(cell.part ?? '', cell.count);
    row.total = row.total === null || cell.count === null ? null : row.total + cell.count;
    rows.set(cell.value, row);
  }
  const all = [...rows.values()];
  return by === 'month' ? all : all.sort((a, b) => (b.total ?? 0) - (a.total ?? 0));
}

/** The parts of a breakdown in the order given; those that no cell has are left out, those not foreseen come last. */
export function partsOf(cells: Cell[], by: string, order: readonly string[]): string[] {
  const there = new Set(cells.filter((cell) => cell.by === by && cell.part !== null).map((cell) => cell.part ?? ''));
  return [...order.filter((part) => there.has(part)), ...[...there].filter((part) => !order.includes(part)).sort()];
}

/** The share of some parts of a row's total; null where nothing is counted or it may not be told. */
export function share(row: Row | undefined, parts: string[]): number | null {
  if (!row?.total) return null;
  const some = parts.map((part) => (row.counts.has(part) ? row.counts.get(part) : 0));
  return some.includes(null) ? null : some.reduce<number>((sum, count) => sum + (count ?? 0), 0) / row.total;
}

/** Months without anything between the first and the last, so that a chart shows the gap. */
export function withEveryMonth(rows: Row[]): Row[] {
  const first = rows[0]?.value;
  const last = rows.at(-1)?.value;
  if (!first || !last) return rows;
  const byMonth = new Map(rows.map((row) => [row.value, row]));
  const all: Row[] = [];
  for (let month = first; month <= last && all.length < 1_200; month = firstOfMonth(month, -1)) {
    all.push(byMonth.get(month) ?? { value: month, label: null, counts: new Map(), total: 0, mean: null });
  }
  return all;
}
