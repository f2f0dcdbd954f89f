import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { faultWords } from './faultWords';
import en from './texts/en.json' with { type: 'json' };
import vi from './texts/vi.json' with { type: 'json' };

beforeAll(() =>
  i18next.init({
    lng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  }),
);
const said = (reason: string, language = 'vi') => faultWords(i18next.getFixedT(language), reason);

it('a server that is away, and one that refuses, are told apart', () => {
  expect(said('CommunicationsException < ConnectException')).toBe(vi.fault.unreachable);
  expect(said('PSQLException (SQL state 57P01)', 'en')).toBe(en.fault.unreachable);
  expect(said('SQLInvalidAuthorizationSpecException (SQL state 28000)')).toBe(vi.fault.login);
  expect(said('PSQLException (SQL state 42501)')).toBe(vi.fault.right);
  expect(said('IllegalStateException')).toContain('IllegalStateException');
});

it('what is missing is named, and reasons of reasons are told too', () => {
  expect(said("the hotline lacks the server's setting wal_level=logical")).toContain('wal_level=logical');
  expect(said('the hub cannot be read: PSQLException (SQL state 08006)')).toBe(
    `Không đọc được kho trung tâm. ${vi.fault.unreachable}`,
  );
  expect(said('the replication slot uhr is not there any more; all rows are read anew', 'en')).toBe(
    'The replication slot uhr is not there any more. All rows are read anew.',
  );
});

it('every sentence of the service has its words', () => {
  const room = new URL(
    '../../../integration-routes/src/main/java/org/unifiedhotline/integrationroutes/',
    import.meta.url,
  );
  const java = ['capture', 'reconciliation'].flatMap((step) =>
    readdirSync(new URL(`${step}/`, room)).map((file) => readFileSync(new URL(`${step}/${file}`, room), 'utf8')),
  );
  const whole =
    /(?:(?:Capture|Reconciliation)Exception\(|Lost\(|\b(?:reason|trouble|lost) = )\s*"([^"]{6,})"(?=\s*[),;])/g;
  const sentences = java.flatMap((text) => [...text.matchAll(whole)].map(([, words]) => words ?? ''));
  expect(sentences.length).toBeGreaterThan(15);
  const named = [
    'a column of kind STRUCT/x cannot be taken in: no legacy schema has it',
    'the slot uhr is in use by another connection',
    'the table nguoi_goi is not there, or may not be read',
    'table nguoi_goi has no primary key of one column',
    'the server gave the replication slot uhr up, since it had to keep more of the log than max_slot_wal_keep_size allows',
    'the rows of the hotline are being read for the first time, or anew',
    'columns that the mapping needs are missing: a, b',
    'another instance of the service captures this source',
  ];
  expect([...sentences, ...named].filter((words) => said(words).startsWith('Lỗi kỹ thuật'))).toEqual([]);
});
