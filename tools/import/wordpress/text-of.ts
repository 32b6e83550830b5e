/** Text of an element, inside or outside a CDATA section. */
export interface Piece {
  text: string;
  isSection: boolean;
}

/** Joins the pieces in order, without the white space before the first section and after the last, which is layout. */
export function textOf(pieces: readonly Piece[]): string {
  const first = pieces.findIndex(({ isSection }) => isSection);
  const join = (some: readonly Piece[]) => some.map(({ text }) => text).join('');
  if (first === -1) return join(pieces).trim();
  const behind = pieces.findLastIndex(({ isSection }) => isSection) + 1;
  const [before, after] = [join(pieces.slice(0, first)), join(pieces.slice(behind))];
  return before.trimStart() + join(pieces.slice(first, behind)) + after.trimEnd();
}
