/** Numbers that are tried in turn, from 2 on. */
const counted = 50;
/** How many random numbers of each length are tried, if those are taken. */
const drawn = 10;
const digits = [4, 6, 9];

/**
 * The name with numbers appended, in the order in which they are tried: from 2 on, then random ones of increasing length.
 * Only a keyed hash of a name is stored, so Postgres cannot search for the next number itself.
 * @param random returns numbers from 0 up to 1, like `Math.random`.
 */
export function numberedNames(name: string, random: () => number): string[] {
  const draw = (length: number) => Math.floor((1 + 9 * random()) * 10 ** (length - 1));
  const numbers = [
    ...Array.from({ length: counted }, (_, index) => index + 2),
    ...digits.flatMap((length) => Array.from({ length: drawn }, () => draw(length))),
  ];
  return numbers.map((number) => `${name} ${number}`);
}
