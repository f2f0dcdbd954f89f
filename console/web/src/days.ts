/** The ISO form of a day written dd/mm/yyyy (zeros, dots and dashes as one likes); null for what is no day of a calendar. */
export function isoDay(written: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(written);
  if (!parts) return null;
  const [, day, month, year] = parts.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
