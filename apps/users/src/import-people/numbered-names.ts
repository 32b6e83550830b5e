/** Numbers that are tried one after the other, the first being 2. */
const counted = 50;
/** Numbers tried of each of so many digits, where those are taken. */
const drawn = 10;
const digits = [4, 6, 9];

/**
 * The name with numbers behind, in the order in which they are tried: from 2 on, then random ones of more and more digits.
 * A name is known by its keyed hash alone, so that Postgres cannot look for the next number by itself.
 * @param random gives numbers from 0 up to 1, as `Math.random` does.
 */
export function numberedNames(name: string, random: () => number): string[] {
  const draw = (length: number) => Math.floor((1 + 9 * random()) * 10 ** (length - 1));
  const numbers = [
    ...Array.from({ length: counted }, (_, index) => index + 2),
    ...digits.flatMap((length) => Array.from({ length: drawn }, () => draw(length))),
  ];
  return numbers.map((number) => `${name} ${number}`);
}
