/** The parts of a match weight as steps from nothing to the total. */
import type { WeightPart } from '../api/steward';

/** Less than this says nothing: it is not told by itself, but it counts. */
export const SAYS_NOTHING = 0.05;

export interface Step {
  name: string;
  level: string;
  bits: number;
  from: number;
  to: number;
}

export interface Waterfall {
  steps: Step[];
  /** What was compared and said nothing, mostly since it is missing on one side. */
  silent: WeightPart[];
  /** The sum of the silent parts, which the total holds too. */
  rest: number;
  total: number;
  /** What all steps stay between. */
  low: number;
  high: number;
}

/** The prior first, then what speaks for and against, the weightiest first. */
export function waterfall(parts: WeightPart[]): Waterfall {
  const telling = parts.filter((part) => Math.abs(part.bits) >= SAYS_NOTHING);
  const silent = parts.filter((part) => Math.abs(part.bits) < SAYS_NOTHING);
  telling.sort((one, other) =>
    one.name === 'prior' ? -1 : other.name === 'prior' ? 1 : Math.abs(other.bits) - Math.abs(one.bits),
  );
  const steps: Step[] = [];
  let at = 0;
  for (const { name, level, bits } of telling) {
    steps.push({ name, level, bits, from: at, to: at + bits });
    at += bits;
  }
  const rest = silent.reduce((sum, part) => sum + part.bits, 0);
  const stops = [0, at + rest, ...steps.map((step) => step.to)];
  return { steps, silent, rest, total: at + rest, low: Math.min(...stops), high: Math.max(...stops) };
}

/** How strongly a part speaks, for words: each step is a factor of about eight. */
export function strength(bits: number): 'strongFor' | 'for' | 'weakFor' | 'weakAgainst' | 'against' | 'strongAgainst' {
  if (bits >= 6) return 'strongFor';
  if (bits >= 2) return 'for';
  if (bits >= 0) return 'weakFor';
  if (bits > -2) return 'weakAgainst';
  return bits > -6 ? 'against' : 'strongAgainst';
}
