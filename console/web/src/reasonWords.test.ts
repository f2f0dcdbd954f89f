import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { EXPECTED, reasonWords } from './reasonWords';
import en from './texts/en.json' with { type: 'json' };
import vi from './texts/vi.json' with { type: 'json' };

beforeAll(() =>
  i18next.init({
    lng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    showSupportNotice: false,
  }),
);
const said = (reason: string, language = 'vi') => reasonWords(i18next.getFixedT(language), reason);

it('a column that holds something else is named with what it should hold', () => {
  const reason = 'hotline/call_review, column score: expected a decimal number, not this String';
  expect(said(reason)).toBe('Cột score: cần một số thập phân, nhưng hệ thống nguồn ghi thứ khác.');
  expect(said(reason, 'en')).toBe('Column score: a decimal number is expected; the source holds something else.');
});

it('an empty column, one that is not there and one that the log left out are told apart', () => {
  const all = [
    'switchboard/tre_em, column ngay_tao: expected a time such as 2021-03-09T17:04:05, not NULL',
    'switchboard/tre_em, column ngay_tao: the row has no such column; expected text',
    'hotline/victim, column aliases: the log did not repeat its value',
  ].map((reason) => said(reason));
  expect(new Set(all).size).toBe(3);
  for (const text of all) expect(text).toMatch(/[Cc]ột (ngay_tao|aliases)/);
});

it('a table without a mapping, a refusal of the hub and a fault while weighing are told in words', () => {
  expect(said('hotline/agency: no mapping knows this table')).toBe(vi.deadReason.unknownTable);
  expect(said('the hub cannot store it: SQL state 22021')).toContain('22021');
  expect(said('the engine cannot weigh it: ArithmeticException at X.java:3')).toContain('ArithmeticException');
});

it('everything that the service can expect of a column has its words', () => {
  const reading = new URL('../../../mappings/src/main/java/org/unifiedhotline/mappings/reading/', import.meta.url);
  const java = readFileSync(new URL('Columns.java', reading), 'utf8');
  const expectations = [...java.matchAll(/"((?:an? |true|text)[^"]*)"/g)].map(([, words]) => words ?? '');
  expect(expectations.length).toBeGreaterThan(8);
  for (const words of new Set(expectations)) expect([...EXPECTED.keys()]).toContain(words);
});
