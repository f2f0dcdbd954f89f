/**
 * How something differed between sources, hub and index, in the reader's language. The service tells it in English, as it stands in
 * its log: of fixed sentences that name columns, tables and ids and no value of a person.
 */
import type { TFunction } from 'i18next';

/** The sentences, and the key of their words; what stands in brackets is told too: first what, then of what. */
const SENTENCES: [RegExp, string][] = [
  [/^is not in the hub$/, 'notInHub'],
  [/^stands at its source, is deleted in the hub$/, 'deletedInHub'],
  [/^is not as at its source: its seal is broken$/, 'seal'],
  [/^is not as at its source: (?:kinds of values)?$/, 'kindsOfValues'],
  [/^is not as at its source: (.+)$/, 'columns'],
  [/^is understood otherwise than its row says$/, 'understood'],
  [/^is not understood, and no dead letter says why$/, 'notUnderstood'],
  [/^is counted and joined by otherwise than was understood$/, 'typed'],
  [/^stands in the hub, is not at its source$/, 'notAtSource'],
  [/^stands in the hub under a number that is not its own$/, 'otherNumber'],
  [/^a row of (\S+) is of no record$/, 'ofNoRecord'],
  [/^its figures are not what stands in the hub$/, 'figures'],
  [/^is no live record of a person, but belongs to (.+)$/, 'notLive'],
  [/^is linked to nobody$/, 'linkedToNobody'],
  [/^its link names another record$/, 'linkNamesOther'],
  [/^is linked to (.+); by the history it belongs to nobody$/, 'linkedToOne'],
  [/^is linked to (.+); by the history it belongs to (.+)$/, 'linkedToOther'],
  [/^no history tells of it$/, 'noHistory'],
  [/^is not there, though its history tells of it$/, 'historyOnly'],
  [/^is of version (\S+), its history ends with (\S+)$/, 'version'],
  [/^its history ends with (\S+)$/, 'historyEnds'],
  [/^stands without any record$/, 'withoutRecord'],
  [/^has no document in the index$/, 'noDocument'],
  [/^its document is of another version$/, 'documentVersion'],
  [/^its document holds something else$/, 'documentOther'],
  [/^has a document, but is no master record$/, 'documentExtra'],
];

/** The words of a detail; null of one that no words are known for. */
export function differenceWords(t: TFunction, detail: string): string | null {
  for (const [sentence, key] of SENTENCES) {
    const told = sentence.exec(detail);
    if (told) return t(`reconciliation.how.${key}`, { what: told[1] ?? '', of: told[2] ?? '' });
  }
  return null;
}
