/** Where the records of a neighbourhood stand in the picture: people side by side on a circle, each with its records around it. */
import type { Neighbourhood } from '../api/steward';
import { keyText } from './people';

export interface Spot {
  x: number;
  y: number;
}

export interface Layout {
  spots: Map<string, Spot>;
  people: { masterId: string; x: number; y: number; radius: number; asked: boolean }[];
  width: number;
  height: number;
}

const ROOM = 34;

export function layout(near: Neighbourhood): Layout {
  const byPerson = new Map<string, Neighbourhood['records']>();
  for (const record of near.records) byPerson.set(record.masterId, [...(byPerson.get(record.masterId) ?? []), record]);
  const groups = [...byPerson.entries()].sort(
    ([, one], [, other]) =>
      Number(other.some((r) => r.asked)) - Number(one.some((r) => r.asked)) || other.length - one.length,
  );
  const radii = groups.map(([, records]) => (records.length === 1 ? ROOM * 0.8 : ROOM * (0.9 + records.length * 0.22)));
  const widest = Math.max(...radii, ROOM);
  // Two stand beside each other, more on a circle that has room for all.
  const circle = groups.length === 1 ? 0 : Math.max((groups.length * (widest + ROOM)) / Math.PI, widest + ROOM);
  const reach = circle + widest + ROOM;
  const spots = new Map<string, Spot>();
  const people = groups.map(([masterId, records], at) => {
    const angle = Math.PI + (2 * Math.PI * at) / groups.length;
    const [x, y] = [
      reach + circle * Math.cos(angle),
      (groups.length <= 2 ? widest + ROOM : reach) + circle * Math.sin(angle),
    ];
    const radius = radii[at] ?? ROOM;
    records.forEach((record, place) => {
      const turn = (2 * Math.PI * place) / records.length + angle;
      const from = records.length === 1 ? 0 : radius - ROOM / 2;
      spots.set(keyText(record.key), { x: x + from * Math.cos(turn), y: y + from * Math.sin(turn) });
    });
    return { masterId, x, y, radius, asked: records.some((record) => record.asked) };
  });
  return { spots, people, width: 2 * reach, height: groups.length <= 2 ? 2 * (widest + ROOM) : 2 * reach };
}
