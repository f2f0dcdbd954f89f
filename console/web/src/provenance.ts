/** Where the values of a master record come from: which records say so, since when, and what others say instead. */
import type { Birth, Person, RecordKey, SourceRecord } from './api';
import { birthKnown, birthSpan, place } from './format';
import { isMasked } from './masks';

export interface Said {
  record: RecordKey;
  /** When the record was last written, as far as its source says: an instant. */
  at: string | null;
}

/** A value that was not chosen, with the records that hold it. */
export interface NotChosen {
  shown: string;
  from: Said[];
}

export type Single = 'birth' | 'sex' | 'home' | 'ethnicGroup' | 'nationality';

const same = (a: RecordKey, b: RecordKey) => a.source === b.source && a.table === b.table && a.localId === b.localId;

/** The records that hold a value, with the dates at which they were last written. */
export function saidBy(records: SourceRecord[], from: RecordKey[]): Said[] {
  return from.map((record) => {
    const member = records.find((one) => same(one, record));
    return { record, at: member ? (member.person.updatedAt ?? member.person.createdAt) : null };
  });
}

const SHOWN: Record<Single, (record: SourceRecord, provinces: Record<string, string>) => string | null> = {
  birth: (record) => (record.person.birth ? spoken(record.person.birth) : null),
  sex: (record) => (record.person.sex === 'UNKNOWN' ? null : record.person.sex),
  home: ({ person }, provinces) => (person.home && !isMasked(person.home) ? place(person.home, provinces) : null),
  ethnicGroup: ({ person }) => (isMasked(person.writtenEthnicGroup) ? null : person.writtenEthnicGroup),
  nationality: (record) => record.person.nationality,
};

/** A stated age is told with the years that it leaves open: alone it would read as a day of the month. */
function spoken(birth: Birth): string {
  return birthKnown(birth) ?? `${birth.written} (${birthSpan(birth)})`;
}

const chosenRecords = (person: Person, attribute: Single): RecordKey[] => person[attribute]?.from ?? [];

/** What other members say of an attribute of which one value was chosen. Members that agree with it are left out. */
export function notChosen(person: Person, attribute: Single, provinces: Record<string, string>): NotChosen[] {
  const from = chosenRecords(person, attribute);
  const shown = SHOWN[attribute];
  const agreed = new Set(
    person.sourceRecords
      .filter((record) => from.some((key) => same(key, record)))
      .map((record) => folded(shown(record, provinces))),
  );
  const others = new Map<string, NotChosen>();
  for (const record of person.sourceRecords) {
    const value = shown(record, provinces);
    if (!value || agreed.has(folded(value))) continue;
    const said = { record, at: record.person.updatedAt ?? record.person.createdAt };
    const other = others.get(folded(value));
    if (other) other.from.push(said);
    else others.set(folded(value), { shown: value, from: [said] });
  }
  return [...others.values()];
}

function folded(text: string | null): string {
  return (text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
