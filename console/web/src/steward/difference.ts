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
  if (text === '') return;
  if (last && last.differs === differs) last.text += text;
  else pieces.push({ text, differs });
}

/** Both texts in pieces, those that the other does not have marked: word beside word, and letter by letter within words that are alike. */
export function difference(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const pieces: { left: Piece[]; right: Piece[] } = { left: [], right: [] };
  const [ours, theirs] = [words(left), words(right)];
  let [atLeft, atRight] = [0, 0];
  let gone: string[] = [];
  for (const change of diffArrays(ours, theirs, { comparator: (one, other) => folded(one) === folded(other) })) {
    const length = change.value.length;
    if (change.removed) {
      gone = ours.slice(atLeft, atLeft + length);
      atLeft += length;
      continue;
    }
    const come = theirs.slice(atRight, atRight + length);
    atRight += length;
    if (change.added) {
      aligned(gone, come, pieces);
      gone = [];
    } else {
      aligned(gone, [], pieces);
      gone = [];
      aligned(ours.slice(atLeft, atLeft + length), come, pieces);
      atLeft += length;
    }
  }
  aligned(gone, [], pieces);
  return pieces;
}

/** Words, and the parts of a date, each with the blanks or strokes behind it. */
function words(text: string): string[] {
  return text.normalize('NFC').match(/[^\s/]+[\s/]*/gu) ?? [];
}

/** As many words on either side: each beside each. Otherwise the other side has none of them. */
function aligned(ours: string[], theirs: string[], pieces: { left: Piece[]; right: Piece[] }) {
  if (ours.length === theirs.length) {
    ours.forEach((word, at) => {
      lettersOf(word, theirs[at] ?? '', pieces);
    });
    return;
  }
  for (const word of ours) marked(pieces.left, word);
  for (const word of theirs) marked(pieces.right, word);
}

/** A blank at the end is nobody's difference. */
function marked(pieces: Piece[], word: string) {
  append(pieces, word.trimEnd(), true);
  append(pieces, word.slice(word.trimEnd().length), false);
}

function lettersOf(left: string, right: string, pieces: { left: Piece[]; right: Piece[] }) {
  const [ours, theirs] = [graphemes(left.trimEnd()), graphemes(right.trimEnd())];
  const lower = (given: string[]) => given.map((letter) => letter.toLocaleLowerCase('vi'));
  const changes = diffArrays(lower(ours), lower(theirs));
  const common = changes.reduce((sum, change) => sum + (change.added || change.removed ? 0 : change.value.length), 0);
  // Of words that share little, the shared letters would only confuse.
  if (3 * common < Math.max(ours.length, theirs.length)) {
    marked(pieces.left, left);
    marked(pieces.right, right);
    return;
  }
  let [atLeft, atRight] = [0, 0];
  for (const change of changes) {
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
  append(pieces.left, left.slice(left.trimEnd().length), false);
  append(pieces.right, right.slice(right.trimEnd().length), false);
}

/** Without marks and capitals; đ is d. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

export type Likeness = 'same' | 'marks' | 'part' | 'differs' | 'one-sided' | 'none';

/** Whether all words of the one stand in the other: a year in a date, a name without its middle name. */
function isWithin(one: string, other: string): boolean {
  const theirs = folded(other).split(/[\s/]+/);
  return folded(one)
    .split(/[\s/]+/)
    .every((word) => theirs.includes(word));
}

/** How two lists of values compare: whether any value is on both sides. */
export function likeness(left: string[], right: string[]): Likeness {
  if (left.length === 0 && right.length === 0) return 'none';
  if (left.length === 0 || right.length === 0) return 'one-sided';
  const exact = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
  const meets = (form: (text: string) => string) =>
    left.some((one) => right.some((other) => form(one) === form(other)));
  if (meets(exact)) return 'same';
  if (meets(folded)) return 'marks';
  const within = left.some((one) => right.some((other) => isWithin(one, other) || isWithin(other, one)));
  return within ? 'part' : 'differs';
}
