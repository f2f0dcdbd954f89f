/** Who is related to a person, in groups and in words; and where each stands in the small graph. */
import type { CaseTie, RelatedOne } from './api/person';

export type Group = 'family' | 'case' | 'telephone';

/** The nearest tie decides: family before a case before a telephone. */
export function groupOf(other: RelatedOne): Group {
  if (other.cases.some((tie) => tie.family)) return 'family';
  return other.cases.length > 0 ? 'case' : 'telephone';
}

/** The key of `relations.tie.*` that says what the other is to this person in a case. */
export function tieText(tie: CaseTie): { key: string; relation: string } {
  if (tie.otherPart === 'REPORTER' && tie.part === 'SUBJECT') return { key: 'reportedThis', relation: tie.relation };
  if (tie.part === 'REPORTER' && tie.otherPart === 'SUBJECT') return { key: 'reportedByThis', relation: tie.relation };
  if (tie.otherPart === 'CALLER') return { key: 'alsoCalled', relation: tie.relation };
  if (tie.otherPart === 'SUBJECT') return { key: 'calledAbout', relation: tie.relation };
  return { key: 'sameCase', relation: tie.relation };
}

export interface Node {
  other: RelatedOne;
  group: Group;
  x: number;
  y: number;
}

/** How high a picture of so many people is: two stand side by side. */
export function pictureHeight(people: number): number {
  return people === 2 ? 130 : 300;
}

/** Places around the middle of a picture of this size, family first, from the top, clockwise; two left and right. */
export function around(people: RelatedOne[], width: number, height: number, margin: number): Node[] {
  const order: Group[] = ['family', 'case', 'telephone'];
  const sorted = [...people].sort((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)));
  return sorted.map((other, at) => {
    const angle = (sorted.length === 2 ? Math.PI : -Math.PI / 2) + (2 * Math.PI * at) / Math.max(sorted.length, 1);
    return {
      other,
      group: groupOf(other),
      x: Math.round(width / 2 + (width / 2 - margin) * Math.cos(angle)),
      y: Math.round(height / 2 + (height / 2 - margin / 2) * Math.sin(angle)),
    };
  });
}
