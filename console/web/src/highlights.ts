/** Marks in the original spelling: why a person was found. */
import type { Highlight } from './api';

export interface Piece {
  text: string;
  marked: boolean;
}

/** Cuts a text at its marks; marks that overlap or leave the text are pressed into it. */
export function pieces(text: string, marks: Highlight['marks']): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, mark.start);
    const end = Math.min(text.length, mark.end);
    if (end <= start) continue;
    if (start > at) result.push({ text: text.slice(at, start), marked: false });
    result.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) result.push({ text: text.slice(at), marked: false });
  return result;
}

/** The highlight of a text that is shown anyway, and the others. */
export function split(
  highlights: Highlight[],
  shown: string | null,
): { own: Highlight | undefined; others: Highlight[] } {
  const own = highlights.find((highlight) => highlight.text === shown);
  return { own, others: highlights.filter((highlight) => highlight !== own) };
}
