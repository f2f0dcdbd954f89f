/** Marks in the original spelling: why a person was found. */
import type { Highlight, SearchAnswer } from './api';
import { day, telephoneKey } from './format';

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

/** Highlights as they are shown: days day first, each text once, and each telephone once however it is written. */
export function shown(highlights: Highlight[]): Highlight[] {
  const written = highlights.map((highlight) => {
    const text = day(highlight.text);
    return text === highlight.text ? highlight : { ...highlight, text, marks: [{ start: 0, end: text.length }] };
  });
  return written.filter(
    (highlight, at) =>
      written.findIndex((other) => other.field === highlight.field && same(other.text, highlight)) === at,
  );
}

function same(text: string, { field, text: other }: Highlight): boolean {
  return field === 'telephone' ? telephoneKey(text) === telephoneKey(other) : text === other;
}

/** How the text was read, neighbouring pieces of one kind together: "nguyen thi hoa" as a name, "1996" as a year. */
export function reading(pieces: SearchAnswer['understoodAs']): { written: string; kind: string }[] {
  const result: { written: string; kind: string }[] = [];
  for (const { written, kind } of pieces) {
    const last = result.at(-1);
    if (last?.kind === kind) last.written += ` ${written}`;
    else result.push({ written, kind });
  }
  return result;
}
