/**
 * Why capture broke off, a table is not followed, or a reconciliation did not end, in the reader's language. The service tells it in
 * English, as it stands in its log: of fixed sentences, and of kinds of failures where a driver or server failed.
 */
import type { TFunction } from 'i18next';

/** The sentences, and the key of their words; what stands in brackets is told too: first what, then of what. */
const SENTENCES: [RegExp, string][] = [
  [/^the \w+'s server writes no binary log$/, 'noBinaryLog'],
  [/^the table ?(\S*) is not there, or may not be read$/, 'tableAbsent'],
  [/^(?:the )?table ?(\S*) has no primary key(?: of one column)?$/, 'noPrimaryKey'],
  [/^the primary key has several columns: (.+)$/, 'severalKeys'],
  [/^the table is not in the publication: its changes are not sent$/, 'notPublished'],
  [/^the source has been silent for too long$/, 'silent'],
  [/^the stream ended$/, 'streamEnded'],
  [/^a column of kind (.+) cannot be taken in: no legacy schema has it$/, 'columnKind'],
  [/^the stored offset is not readable$/, 'offset'],
  [/^the offset cannot be written$/, 'offset'],
  [/^the lease in the hub was lost$/, 'leaseLost'],
  [/^the slot (.+) is in use by another connection$/, 'slotInUse'],
  [/^the snapshot (?:ended before its last row|was broken off at the source)$/, 'snapshot'],
  [/^another instance of the service captures this source$/, 'anotherInstance'],
  [/^the \w+ lacks (.+)$/, 'lacks'],
  [/^the account of the service may do more at the \w+ than read: (.+)$/, 'excess'],
  [/^(?:a column|columns) that the mapping needs (?:is|are) missing: (.+)$/, 'columnsMissing'],
  [/^its place in the log is not known any more$/, 'placeLost'],
  [/^a table was altered in a way that cannot be followed in the log$/, 'altered'],
  [/^the binary log was (?:purged before it was read, or was )?begun anew/, 'logGone'],
  [/^the replication slot (\S+) is not there any more$/, 'slotGone'],
  [/^the server gave the replication slot (\S+) up/, 'slotGivenUp'],
  [/^the replication slot (\S+) has moved past what the hub has/, 'slotMoved'],
  [/^ended without a reason$/, 'unknown'],
  [/^no source is configured/, 'noSource'],
  [/^another reconciliation is under way$/, 'anotherReconciliation'],
  [/^the rows of the \w+ are being read for the first time, or anew$/, 'beingRead'],
  [/^the first load is not resolved yet$/, 'notResolved'],
  [/^the search index cannot be read$/, 'index'],
  [/^(?:stopped|interrupted)$/, 'stopped'],
  [/^a fault of the program$/, 'program'],
];

/** What goes before another reason. */
const NESTED: [RegExp, string][] = [
  [/^the batch was not taken in: (.+)$/, 'batch'],
  [/^the hub cannot be read: (.+)$/, 'hub'],
  [/^the switchboard cannot be read: (.+)$/, 'switchboard'],
  [/^the hotline cannot be read: (.+)$/, 'hotline'],
  [/^(.+); all rows are read anew$/, 'readAnew'],
];

/** Classes of SQL states (ISO 9075, PostgreSQL), by their beginning. */
const STATES: [string, string][] = [
  ['08', 'unreachable'],
  ['57P', 'unreachable'],
  ['28', 'login'],
  ['42501', 'right'],
  ['42', 'schema'],
  ['53', 'overloaded'],
];
const UNREACHABLE =
  /\b(?:ConnectException|UnknownHostException|NoRouteToHostException|SocketTimeoutException|EOFException)\b/;

export function faultWords(t: TFunction, reason: string): string {
  for (const [form, key] of NESTED) {
    const [, rest] = form.exec(reason) ?? [];
    if (rest) return t(`fault.${key}`, { why: faultWords(t, rest) });
  }
  for (const [form, key] of SENTENCES) {
    const found = form.exec(reason);
    if (found) return t(`fault.${key}`, { what: found[1] ?? '' });
  }
  const state = /\(SQL state (\w+)\)/.exec(reason)?.[1];
  const ofState = STATES.find(([beginning]) => state?.startsWith(beginning))?.[1];
  const key = ofState ?? (UNREACHABLE.test(reason) ? 'unreachable' : 'technical');
  return t(`fault.${key}`, { what: reason });
}
