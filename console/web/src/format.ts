/** How values are written for people. Dates are dd/mm/yyyy in both languages; times are Vietnam's. */
import type { Birth, Place, RecordKey } from './api';

const ZONE = 'Asia/Ho_Chi_Minh';

const TIME_PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO day as dd/mm/yyyy; text of another form as it is. */
export function day(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : iso;
}

/** What was typed as a day (12/3/1996, 12-03-1996, 12.3.1996) as an ISO day; null when there is no such day. */
export function isoDay(typed: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed);
  if (!parts) return null;
  const [, d = '', m = '', y = ''] = parts;
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The last instant of a day in Vietnam. */
export function endOfDay(isoDay: string): string {
  return new Date(`${isoDay}T23:59:59.999+07:00`).toISOString();
}

/** The ISO day of an instant in Vietnam. */
export function isoDayOf(instant: string): string {
  const [d, m, y] = dayOf(instant).split('/');
  return `${y}-${m}-${d}`;
}

/** An instant as dd/mm/yyyy hh:mm in Vietnam. */
export function time(instant: string): string {
  const parts = Object.fromEntries(TIME_PARTS.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}

/** The day of an instant in Vietnam. */
export function dayOf(instant: string): string {
  return time(instant).slice(0, 10);
}

/** A birth as far as it is known: 12/03/1996, 03/1996, 1996; null for one known by age only. */
export function birthKnown(birth: Pick<Birth, 'precision' | 'from'>): string | null {
  switch (birth.precision) {
    case 'DAY':
      return day(birth.from);
    case 'MONTH':
      return day(birth.from).slice(3);
    case 'YEAR':
      return birth.from.slice(0, 4);
    case 'AGE':
      return null;
  }
}

/** A birth given only as a span of days. */
export function birthSpan(birth: { from: string; to: string }): string {
  if (birth.from === birth.to) return day(birth.from);
  const [fromYear, toYear] = [birth.from.slice(0, 4), birth.to.slice(0, 4)];
  if (fromYear !== toYear) return `${fromYear}–${toYear}`;
  return birth.from.slice(0, 7) === birth.to.slice(0, 7) ? day(birth.from).slice(3) : fromYear;
}

/** Spans of days as they are shown, each once; of those that lie within one another the most exact one. */
export function birthSpans(births: { from: string; to: string }[]): string[] {
  const exact = births.filter(
    ({ from, to }) =>
      !births.some((other) => other.from >= from && other.to <= to && (other.from > from || other.to < to)),
  );
  return [...new Set(exact.map(birthSpan))];
}

/** What two ways to write a number have in common: nothing of 0 or 84 before it, of signs in it, of a remark behind it. */
export function telephoneKey(number: string): string {
  const digits = number.replace(/\(.*\)/, '').replace(/\D/g, '');
  return digits.replace(/^(84|0)(?=\d{9})/, '') || number;
}

/** Numbers as they are shown, each once, however it is written: with 0 or 84 before it or neither, with a remark behind it. */
export function telephones(numbers: string[]): string[] {
  // The form that reads best stands for the others: ten or eleven digits from 0 and nothing beside them.
  const best = [...numbers].sort((a, b) => Number(!/^0\d{9,10}$/.test(a)) - Number(!/^0\d{9,10}$/.test(b)));
  const shown = numbers.map((number) => best.find((one) => telephoneKey(one) === telephoneKey(number)) ?? number);
  return [...new Set(shown.map(readable))];
}

/** In groups from 0, also where it was written with dots, with 84 or without 0; with a remark behind it as it is. */
function readable(number: string): string {
  const signless = number.replace(/[\s.-]/g, '');
  const digits = signless.replace(/^\+?84(?=\d{9,10}$)/, '0').replace(/^(?=[35789]\d{8}$)/, '0');
  return telephone(/^0\d{9,10}$/.test(digits) ? digits : number);
}

/** A Vietnamese number in groups as people say it, kept on one line: 0912 345 678, 024 3825 1234; others as they are. */
export function telephone(e164: string): string {
  return grouped(e164).replaceAll(' ', '\u00a0');
}

function grouped(e164: string): string {
  const national = e164.startsWith('+84') ? `0${e164.slice(3)}` : e164;
  if (/^0[35789]\d{8}$/.test(national)) return national.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  if (/^02\d{9}$/.test(national)) {
    return /^02[48]/.test(national)
      ? national.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
      : national.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3');
  }
  return national;
}

/** A place as written, smallest part first; empty when nothing but a code was written. */
export function place(home: Place, provinces: Record<string, string>): string {
  const province = home.provinceSince ? provinces[home.provinceSince] : undefined;
  const written = home.writtenProvince && !/^\d+$/.test(home.writtenProvince) ? home.writtenProvince : undefined;
  return [home.writtenAddress, home.writtenCommune, home.writtenDistrict, written ?? province]
    .filter((part) => part)
    .join(', ');
}

export function recordName(key: RecordKey): string {
  return `${key.table} ${key.localId}`;
}

/** A length of time in its largest sensible unit, for texts of `duration.*`. */
export function span(millis: number): { key: string; count: number } {
  if (millis <= 0) return { key: 'now', count: 0 };
  if (millis < 1_000) return { key: 'millis', count: Math.round(millis) };
  if (millis < 60_000) return { key: 'seconds', count: Math.round(millis / 1_000) };
  if (millis < 3_600_000) return { key: 'minutes', count: Math.round(millis / 60_000) };
  if (millis < 86_400_000) return { key: 'hours', count: Math.round(millis / 3_600_000) };
  return { key: 'days', count: Math.round(millis / 86_400_000) };
}

/** A whole number with the language's separators. */
export function count(value: number, language: string): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}
