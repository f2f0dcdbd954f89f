import { expect, it } from 'vitest';
import type { Neighbourhood } from '../api/steward';
import { layout } from './graph';

const record = (localId: string, masterId: string, asked = true) => ({
  key: { source: 'hotline', table: 'victim', localId } as const,
  masterId,
  name: null,
  asked,
});

it('every record has a spot of its own inside the picture, by its person', () => {
  const near: Neighbourhood = {
    records: [record('1', 'a'), record('2', 'a'), record('3', 'b'), record('4', 'c', false)],
    ties: [],
    linkBits: 0,
    left: 0,
  };
  const { spots, people, width, height } = layout(near);
  expect(people.map((person) => person.masterId)).toEqual(['a', 'b', 'c']);
  const places = [...spots.values()];
  expect(new Set(places.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(4);
  for (const { x, y } of places) {
    expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  }
});
