import { expect, it } from 'vitest';
import { strength, waterfall } from './waterfall';

const part = (name: string, bits: number, level = 'equal') => ({ name, level, bits });

it('the steps lead from nothing to the total, and what is silent counts', () => {
  const { steps, silent, rest, total, low, high } = waterfall([
    part('birth', 6.5),
    part('prior', -14),
    part('sex', 0.8),
    part('relatives', -0.02),
    part('name.given', 7.5),
  ]);
  expect(steps.map((step) => [step.name, step.from, step.to])).toEqual([
    ['prior', 0, -14],
    ['name.given', -14, -6.5],
    ['birth', -6.5, 0],
    ['sex', 0, 0.8],
  ]);
  expect(silent.map((one) => one.name)).toEqual(['relatives']);
  expect(rest).toBe(-0.02);
  expect(total).toBeCloseTo(0.78, 10);
  expect([low, high]).toEqual([-14, 0.8]);
});

it('no parts are no steps', () => {
  expect(waterfall([])).toMatchObject({ steps: [], total: 0, low: 0, high: 0 });
});

it('how strongly a part speaks goes both ways', () => {
  expect([7, 3, 0.5, -0.5, -3, -9].map(strength)).toEqual([
    'strongFor',
    'for',
    'weakFor',
    'weakAgainst',
    'against',
    'strongAgainst',
  ]);
});
