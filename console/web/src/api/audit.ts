/** What the auditor and the administrator ask: the trail, line by line, and who may see what. */
import { get, send } from '../api';
import type { MaskKind } from '../masks';

export const AUDIT_KINDS = [
  'READ',
  'SEARCH',
  'EXPORT',
  'REVEAL',
  'DECISION',
  'CONFIGURATION',
  'SESSION',
  'SERVICE',
  'ALERT',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditEntry {
  sequence: number;
  at: string;
  instance: string;
  account: string | null;
  roles: string[];
  address: string | null;
  kind: AuditKind;
  call: string;
  status: number;
  refused: boolean;
  masters: string[];
  /** What was typed; null when its key was destroyed. */
  details: Record<string, string> | null;
}

/** What the auditor wants to see; empty text asks for no such thing. Days are Vietnam's. */
export interface AuditQuestion {
  from: string;
  to: string;
  account: string;
  kind: '' | AuditKind;
  masterId: string;
  refused: boolean;
  /** From where. */
  address: string;
  /** Part of a call. */
  call: string;
  /** Words that were typed; needs a first day. */
  typed: string;
  /** Also who listened for changes, and of whom they were told. */
  streams: boolean;
}

export const NOTHING_ASKED: AuditQuestion = {
  from: '',
  to: '',
  account: '',
  kind: '',
  masterId: '',
  refused: false,
  address: '',
  call: '',
  typed: '',
  streams: false,
};

/** Vietnam's midnight at the beginning of a day, and of the day after. */
function midnight(isoDay: string, daysLater: number): string {
  const start = new Date(`${isoDay}T00:00:00+07:00`);
  start.setTime(start.getTime() + daysLater * 86_400_000);
  return start.toISOString();
}

export function auditParameters(question: AuditQuestion): URLSearchParams {
  const parameters = new URLSearchParams();
  if (question.from) parameters.set('from', midnight(question.from, 0));
  if (question.to) parameters.set('to', midnight(question.to, 1));
  if (question.account) parameters.set('account', question.account.trim());
  if (question.kind) parameters.set('kind', question.kind);
  if (question.masterId) parameters.set('masterId', question.masterId.trim());
  if (question.refused) parameters.set('refused', 'true');
  if (question.address.trim()) parameters.set('address', question.address.trim());
  if (question.call.trim()) parameters.set('call', question.call.trim());
  if (question.typed.trim()) parameters.set('typed', question.typed.trim());
  if (!question.streams) parameters.set('streams', 'false');
  return parameters;
}

/** A page of the trail, the newest first, below a number. */
export async function auditPage(
  question: AuditQuestion,
  before: number | null,
  size: number,
  signal?: AbortSignal,
): Promise<AuditEntry[]> {
  const parameters = auditParameters(question);
  parameters.set('limit', String(size));
  if (before !== null) parameters.set('before', String(before));
  const answer = await send(`/api/v1/audit?${parameters}`, { headers: { Accept: 'application/jsonl' }, signal });
  const text = await answer.text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditEntry);
}

/** Where the browser takes the same along as a file. */
export function auditFile(question: AuditQuestion, format: 'jsonl' | 'cef'): string {
  const parameters = auditParameters(question);
  parameters.set('limit', '1000000');
  parameters.set('format', format);
  return `/api/v1/audit?${parameters}`;
}

export interface Scope {
  sources: string[];
  /** null: all. */
  centres: string[] | null;
  /** Names; null: all. */
  provinces: string[] | null;
  labels: string[];
}

export interface Role {
  name: string;
  scope: Scope;
  ownCentres: boolean;
  ownProvinces: boolean;
  /** By kind of field, on records of which labels it is read plainly. */
  plain: Partial<Record<MaskKind, string[]>>;
  breakGlass: boolean;
  calls: string[];
}

export interface Account {
  name: string;
  roles: string[];
  scope: Scope;
  clearance: string[];
  lastSeen: string | null;
}

export const users = (signal?: AbortSignal) => get<{ roles: Role[]; accounts: Account[] }>('/api/v1/users', signal);
