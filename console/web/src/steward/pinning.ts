/** What a steward can pin of a person, and how each record's own value of it is written. */
import type { PersonOfRecord } from '../api/steward';
import { birthKnown, birthSpan, place } from '../format';
import { isMasked, maskText, type OrMasked } from '../masks';
import provinces from '../texts/provinces.json';

/** As `survivorship.yaml` calls them. */
export const PINNED = ['name', 'birth', 'sex', 'home', 'ethnic-group', 'nationality'] as const;
export type Pinned = (typeof PINNED)[number];

/** The words of codes, in the reader's language. */
export interface CodeWords {
  sex: (code: string) => string;
  country: (code: string) => string;
}

/** What a record says of an attribute; null where it says nothing of it, so that there is nothing to pin. */
export function pinnable(attribute: Pinned, person: PersonOfRecord, words: CodeWords): string | null {
  switch (attribute) {
    case 'name':
      return person.names.find(({ kind }) => kind === 'PRIMARY')?.display ?? null;
    case 'birth':
      return person.birth && (birthKnown(person.birth) ?? birthSpan(person.birth));
    case 'sex':
      return person.sex === 'UNKNOWN' ? null : words.sex(person.sex);
    case 'home':
      // A code that no list knows is still what the record says.
      return shown(person.home, (home) => place(home, provinces) || home.writtenProvince);
    case 'ethnic-group':
      return shown(person.ethnicGroup, (group) => group);
    case 'nationality':
      return person.nationality && words.country(person.nationality);
  }
}

function shown<T>(value: OrMasked<T> | null, write: (value: T) => string | null): string | null {
  if (value === null) return null;
  return (isMasked(value) ? maskText(value) : write(value)) || null;
}
