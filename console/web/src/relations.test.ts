import { expect, it } from 'vitest';
import type { RelatedOne } from './api/person';
import { around, groupOf, tieText } from './relations';

const tie = (part: string, otherPart: string, relation: string, family: boolean) => ({
  key: { source: 'switchboard', table: 'ca_can_thiep', localId: '5' },
  caseNumber: 'TE-2021-000123',
  part,
  otherPart,
  relation,
  family,
});
const one = (masterId: string, cases: object[], telephones: string[] = []) =>
  ({ masterId, cases, telephones }) as unknown as RelatedOne;

const mother = one('m', [tie('SUBJECT', 'REPORTER', 'MOTHER', true)], ['+84912345678']);
const neighbour = one('n', [tie('SUBJECT', 'CALLER', 'UNKNOWN', false)]);
const stranger = one('s', [], ['+84912345678']);

it('the nearest tie decides the group', () => {
  expect([mother, neighbour, stranger].map(groupOf)).toEqual(['family', 'case', 'telephone']);
});

it('who is what to whom is told from the side of the person shown', () => {
  expect(tieText(mother.cases[0] as never)).toEqual({ key: 'reportedThis', relation: 'MOTHER' });
  expect(tieText(tie('REPORTER', 'SUBJECT', 'MOTHER', true) as never)).toEqual({
    key: 'reportedByThis',
    relation: 'MOTHER',
  });
  expect(tieText(neighbour.cases[0] as never).key).toBe('alsoCalled');
});

it('all stand within the picture, family at the top, no two in one place', () => {
  const nodes = around([stranger, neighbour, mother], 400, 300, 60);
  expect(nodes[0]?.other).toBe(mother);
  expect(new Set(nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(3);
  for (const { x, y } of nodes) {
    expect(x).toBeGreaterThanOrEqual(60);
    expect(x).toBeLessThanOrEqual(340);
    expect(y).toBeGreaterThanOrEqual(30);
    expect(y).toBeLessThanOrEqual(270);
  }
});
