const words =
  'the bridge was closed again on Monday and nobody at the council could say when it would open though everyone had heard a different story about the river the paint and who should have paid for both'.split(
    ' ',
  );

/** The text of the nth comment: always the same, from a line to two short paragraphs, 230 characters in the middle. */
export function sentences(n: number): string {
  const length = 8 + ((n * 7_919) % 70);
  const picked = Array.from({ length }, (_, at) => words[(n * 31 + at * 17 + at * at) % words.length]);
  const middle = picked.length > 50 ? [`${picked.slice(0, 25).join(' ')}.\n\n${picked.slice(25).join(' ')}`] : [];
  return `No. ${n}: ${middle[0] ?? picked.join(' ')}. Isn't it "so"?`;
}
