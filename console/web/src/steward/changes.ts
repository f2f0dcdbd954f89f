/** What changed of a task since it was looked at, for whoever answered too late. */
import type { Task } from '../api/steward';

export interface Change {
  /** The key of its words. */
  what: 'state' | 'holder' | 'free' | 'assigned' | 'people' | 'record' | 'weight' | 'version';
  from: string;
  to: string;
}

export function changesBetween(before: Task, now: Task): Change[] {
  const changes: Change[] = [];
  const add = (what: Change['what'], from: string, to: string) => {
    if (from !== to) changes.push({ what, from, to });
  };
  add('state', before.state, now.state);
  if (now.lease?.holder) add('holder', before.lease?.holder ?? '', now.lease.holder);
  else add('free', before.lease?.holder ?? '', '');
  add('assigned', before.assignedTo ?? '', now.assignedTo ?? '');
  for (const record of now.records) {
    const key = `${record.table} ${record.localId}`;
    const former = before.records.find((one) => one.table === record.table && one.localId === record.localId);
    if (former && former.recordsOfPerson !== record.recordsOfPerson) {
      changes.push({ what: 'people', from: `${former.recordsOfPerson}`, to: `${record.recordsOfPerson}` });
    }
    if (!former || JSON.stringify(former.person) !== JSON.stringify(record.person)) {
      changes.push({ what: 'record', from: key, to: key });
    }
  }
  add('weight', before.evidence.matchWeight.toFixed(1), now.evidence.matchWeight.toFixed(1));
  if (changes.length === 0) add('version', `${before.version}`, `${now.version}`);
  return changes;
}
