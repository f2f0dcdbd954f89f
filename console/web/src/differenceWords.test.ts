import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { differenceWords } from './differenceWords';
import en from './texts/en.json' with { type: 'json' };
import vi from './texts/vi.json' with { type: 'json' };

beforeAll(() =>
  i18next.init({
    lng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    showSupportNotice: false,
  }),
);
const said = (detail: string, language = 'vi') => differenceWords(i18next.getFixedT(language), detail);
const ROOMS = new URL('../../../', import.meta.url);
const java = (file: string) => readFileSync(new URL(file, ROOMS), 'utf8');

it('a difference is told in the language of the page, with what it names', () => {
  expect(said('is not as at its source: ho_ten, ngay_sinh')).toBe('Khác với hệ thống nguồn ở cột: ho_ten, ngay_sinh');
  expect(said('is of version 3, its history ends with 4', 'en')).toBe('It is of version 3; its history ends with 4');
  expect(said('is linked to A; by the history it belongs to nobody')).not.toContain('nobody');
});

it('what nobody has words for is left to the page', () => {
  expect(said('something new')).toBeNull();
});

it('everything that the service tells of a difference has its words', () => {
  const hub = 'master-records/src/main/java/org/unifiedhotline/masterrecords/';
  const routes = 'integration-routes/src/main/java/org/unifiedhotline/integrationroutes/reconciliation/';
  const between = (file: string, from: string, to: string) => {
    const text = java(file);
    const begin = text.indexOf(from);
    expect(begin, `${file} has ${from}`).toBeGreaterThan(0);
    return text.slice(begin, text.indexOf(to, begin));
  };
  const told = [
    between(`${hub}reconciliation/RowComparison.java`, 'private static Found found(', '\n    private List<Standing>'),
    between(`${hub}resolution/LinkCheck.java`, 'private static Difference difference(StrayRecord', '\n    /**'),
    between(`${routes}IndexReconciliation.java`, 'private static Difference difference(', '\n    /**'),
    between(`${routes}Reconciler.java`, 'private void restOfTheHub()', '\n        private void people()'),
  ].flatMap((code) => [...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, words = '']) => words));
  const whole = told.filter((words) => /^[a-z].*[a-z]$/.test(words) && !FRAGMENTS.has(words));
  expect(whole.length).toBeGreaterThan(12);
  for (const words of whole) expect(said(words), words).not.toBeNull();
});

/** Pieces of sentences that are put together of several. */
const FRAGMENTS = new Set(['kinds of values', 'its seal is broken', 'nobody']);
