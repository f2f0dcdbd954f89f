/** The two people whom a task asks about, attribute by attribute, with the records that each value stands in. */
import type { Person, RecordKey, Telephone } from '../api';
import type { PersonOfRecord, TaskRecord } from '../api/steward';
import { birthKnown, birthSpan, day, dayOf, place, telephone } from '../format';
import { isMasked, maskText, type OrMasked } from '../masks';
import provinces from '../texts/provinces.json';

export interface Line {
  text: string;
  from: RecordKey[];
}

export const ATTRIBUTES = [
  'names',
  'otherNames',
  'birth',
  'sex',
  'identityNumbers',
  'telephones',
  'home',
  'province',
  'ethnicGroup',
  'nationality',
  'mother',
  'father',
  'guardian',
  'role',
  'note',
  'created',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Attributes whose values are of few words of a list: they are alike or not, and no letter of them is marked. */
export const BY_WORDS = new Set<Attribute>(['province', 'sex', 'nationality', 'role', 'ethnicGroup']);

/** What is shown and not compared: that two records were made on different days says nothing. */
export const NOT_COMPARED = new Set<Attribute>(['role', 'note', 'created']);

export interface Member {
  key: RecordKey;
  person: PersonOfRecord;
}

export type Side = Record<Attribute, Line[]>;

/** The words of codes: sex, role. */
export type WordsOf = (group: 'sex' | 'role' | 'nationality', code: string) => string;

function known(person: PersonOfRecord, words: WordsOf): Record<Attribute, string[]> {
  const home = !person.home
    ? ''
    : isMasked(person.home)
      ? maskText(person.home)
      : place({ ...person.home, writtenProvince: null, provinceSince: null }, {});
  const related = (relationship: string) =>
    person.relatedPersons
      .filter((one) => one.relationship === relationship)
      .map((one) =>
        [one.name?.display, one.telephone && shownTelephone(one.telephone)].filter((part) => part).join(' · '),
      );
  return {
    names: person.names.filter((name) => name.kind === 'PRIMARY').map((name) => name.display),
    otherNames: person.names.filter((name) => name.kind === 'ALIAS').map((name) => name.display),
    birth: person.birth ? [birthKnown(person.birth) ?? birthSpan(person.birth)] : [],
    sex: person.sex === 'UNKNOWN' ? [] : [words('sex', person.sex)],
    identityNumbers: person.identityNumbers.map((number) => (isMasked(number) ? maskText(number) : number.number)),
    telephones: person.telephones.map(shownTelephone),
    home: home === '' ? [] : [home],
    province: provinceOf(person),
    ethnicGroup: person.ethnicGroup
      ? [isMasked(person.ethnicGroup) ? maskText(person.ethnicGroup) : person.ethnicGroup]
      : [],
    nationality: person.nationality ? [words('nationality', person.nationality)] : [],
    mother: related('MOTHER'),
    father: related('FATHER'),
    guardian: related('GUARDIAN'),
    role: [words('role', person.role)],
    note: person.note ? [isMasked(person.note) ? maskText(person.note) : person.note] : [],
    created: [],
  };
}

/** The province as it is called since the reform, so that two spellings of one are one; as written where it was not understood. */
function provinceOf({ home }: PersonOfRecord): string[] {
  if (isMasked(home)) return [];
  const known = home?.provinceSince ? (provinces as Record<string, string>)[home.provinceSince] : undefined;
  const province = known ?? home?.writtenProvince;
  return province ? [province] : [];
}

function shownTelephone(given: OrMasked<Telephone>): string {
  if (isMasked(given)) return maskText(given);
  return given.numbers[0] ? telephone(given.numbers[0]) : given.written;
}

/** Of several days the first and the last are told. */
function spanOfDays(members: Member[]): Line[] {
  const inOrder = members.toSorted((one, other) => one.person.createdAt.localeCompare(other.person.createdAt));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return [];
  const days = [...new Set([dayOf(first.person.createdAt), dayOf(last.person.createdAt)])];
  return [{ text: days.join(' – '), from: members.map(({ key }) => key) }];
}

/** What these records say together, each value once, those of the first record first. */
export function side(members: Member[], words: WordsOf): Side {
  const result = Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute, []])) as unknown as Side;
  for (const { key, person } of members) {
    const values = known(person, words);
    for (const attribute of ATTRIBUTES) {
      for (const text of values[attribute]) {
        const same = result[attribute].find((line) => line.text === text);
        if (!same) result[attribute].push({ text, from: [key] });
        else if (!same.from.some((other) => sameKey(other, key))) same.from.push(key);
      }
    }
  }
  result.created = spanOfDays(members);
  return result;
}

export function sameKey(one: RecordKey, other: RecordKey): boolean {
  return one.source === other.source && one.table === other.table && one.localId === other.localId;
}

export function keyText(key: RecordKey): string {
  return `${key.source}/${key.table}/${key.localId}`;
}

/** Children and victims on the one side, callers on the other, where one person of both is doubted. */
const SUBJECT_TABLES = new Set(['tre_em', 'victim']);

function isSubject(key: RecordKey): boolean {
  return SUBJECT_TABLES.has(key.table);
}

/** The records of the one and of the other: whom an answer speaks of, the record that was asked about first. */
export function sides(records: TaskRecord[], people: (Person | undefined)[]): Member[][] {
  return records.map((record, at) => {
    const asked: Member = { key: record, person: record.person };
    const whole = people[at];
    if (!whole) return [asked];
    const within = records.length === 2 && records[0]?.masterId === records[1]?.masterId;
    const mixed = within && isSubject(records[0] as TaskRecord) !== isSubject(records[1] as TaskRecord);
    if (within && !mixed) return [asked];
    const fellows = whole.sourceRecords
      .filter((fellow) => !sameKey(fellow, record))
      .filter((fellow) => !within || isSubject(fellow) === isSubject(record))
      .map((fellow) => ({ key: fellow, person: fellow.person as PersonOfRecord }));
    return [asked, ...fellows];
  });
}

/** The lines of both sides beside each other: equal ones first, then the others as they come. */
export function paired(left: Line[], right: Line[]): { left?: Line; right?: Line }[] {
  const rest = [...right];
  const pairs: { left?: Line; right?: Line }[] = [];
  const alone: Line[] = [];
  for (const line of left) {
    const at = rest.findIndex((other) => other.text.toLocaleLowerCase('vi') === line.text.toLocaleLowerCase('vi'));
    if (at >= 0) pairs.push({ left: line, right: rest.splice(at, 1)[0] });
    else alone.push(line);
  }
  for (let at = 0; at < Math.max(alone.length, rest.length); at++) pairs.push({ left: alone[at], right: rest[at] });
  return pairs;
}

/** What was recorded of a person, in a few lines: cases and the latest contact. */
export function recorded(person: Person): { cases: string[]; contacts: number; last: string | null } {
  return {
    cases: person.cases.map((one) => `${one.caseNumber} · ${day(one.openedOn)}`),
    contacts: person.contacts.length,
    last: person.contacts[0] ? dayOf(person.contacts[0].receivedAt) : null,
  };
}
