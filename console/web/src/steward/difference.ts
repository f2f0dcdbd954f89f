/**
 * Where two texts differ, letter by letter as people see letters: a Vietnamese letter with its marks is one, in whichever
 * Unicode form it was typed. Capitals are not a difference.
 */
import { diffArrays } from 'diff';

export interface Piece {
  text: string;
  differs: boolean;
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

export function graphemes(text: string): string[] {
  return [...letters.segment(text.normalize('NFC'))].map((part) => part.segment);
}

function append(pieces: Piece[], text: string, differs: boolean) {
  const last = pieces.at(-1);
  if (last && last.differs === differs) last.text += text;
  else if (text !== '') pieces.push({ text, differs });
}

/** Both texts in pieces, those that the other does not have marked. */
export function difference(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const pieces: { left: Piece[]; right: Piece[] } = { left: [], right: [] };
  const [ours, theirs] = [graphemes(left), graphemes(right)];
  const lower = (given: string[]) => given.map((letter) => letter.toLocaleLowerCase('vi'));
  let [atLeft, atRight] = [0, 0];
  for (const change of diffArrays(lower(ours), lower(theirs))) {
    const length = change.value.length;
    if (!change.added) {
      append(pieces.left, ours.slice(atLeft, atLeft + length).join(''), Boolean(change.removed));
      atLeft += length;
    }
    if (!change.removed) {
      append(pieces.right, theirs.slice(atRight, atRight + length).join(''), Boolean(change.added));
      atRight += length;
    }
  }
  return pieces;
}

/** Without marks and capitals; đ is d. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

export type Likeness = 'same' | 'marks' | 'differs' | 'one-sided' | 'none';

/** How two lists of values compare: whether any value is on both sides. */
export function likeness(left: string[], right: string[]): Likeness {
  if (left.length === 0 && right.length === 0) return 'none';
  if (left.length === 0 || right.length === 0) return 'one-sided';
  const exact = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
  const meets = (form: (text: string) => string) =>
    left.some((one) => right.some((other) => form(one) === form(other)));
  if (meets(exact)) return 'same';
  return meets(folded) ? 'marks' : 'differs';
}
