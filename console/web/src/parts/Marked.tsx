import type { Highlight } from '../api';
import { pieces } from '../highlights';

/** A text in its original spelling with what matched marked. */
export function Marked({ text, marks }: { text: string; marks: Highlight['marks'] }) {
  let at = 0;
  return (
    <>
      {pieces(text, marks).map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.marked ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
      })}
    </>
  );
}
