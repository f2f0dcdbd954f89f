/**
 * Why something could not be processed, in the reader's language. The service tells it in English, as it stands in its log: of
 * fixed sentences that name tables, columns and rules and no value of a row.
 */
import type { TFunction } from 'i18next';

/** What a column was expected to hold, as the service says it, and the key of its words. */
export const EXPECTED = new Map([
  ['text', 'text'],
  ['a code', 'code'],
  ['a whole number', 'whole'],
  ['a whole number of up to nine digits', 'wholeOfNine'],
  ['a decimal number', 'decimal'],
  ['true or false', 'flag'],
  ['a list of text', 'texts'],
  ['a JSON object of numbers', 'points'],
  ['a date such as 2021-03-09', 'date'],
  ['a time such as 2021-03-09T17:04:05', 'time'],
]);

const OF_COLUMN = /^(?:switchboard|hotline)\/\w+, column (\w+): (.+)$/;
const OF_TABLE = /^(?:switchboard|hotline)\/\w+: (.+)$/;
const WEIGHED = 'the engine cannot weigh it: ';
const STORED = /^the hub cannot store it: SQL state (\w+)$/;

export function reasonWords(t: TFunction, reason: string): string {
  if (reason.startsWith(WEIGHED)) {
    return t('deadReason.weighed', { why: reasonWords(t, reason.slice(WEIGHED.length)) });
  }
  const state = STORED.exec(reason)?.[1];
  if (state) return t('deadReason.stored', { state });
  const ofColumn = OF_COLUMN.exec(reason);
  if (ofColumn) return columnWords(t, ofColumn[1] ?? '', ofColumn[2] ?? '') ?? reason;
  if (OF_TABLE.exec(reason)?.[1] === 'no mapping knows this table') return t('deadReason.unknownTable');
  return t('deadReason.fault', { fault: reason });
}

function columnWords(t: TFunction, column: string, what: string): string | null {
  if (what === 'the log did not repeat its value') return t('deadReason.notRepeated', { column });
  const [, missing] = /^the row has no such column; expected (.+)$/.exec(what) ?? [];
  if (missing) return t('deadReason.noColumn', { column, expected: expected(t, missing) });
  const [, wanted, found] = /^expected (.+), not (NULL|this \w+)$/.exec(what) ?? [];
  if (!wanted) return null;
  return t(found === 'NULL' ? 'deadReason.empty' : 'deadReason.other', { column, expected: expected(t, wanted) });
}

function expected(t: TFunction, words: string): string {
  const key = EXPECTED.get(words);
  return key ? t(`deadReason.expected.${key}`) : words;
}
