const noLetters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text with everything written out that would move a terminal's cursor, ring its bell or turn its direction. */
export const printable = (text: string): string =>
  text.replace(noLetters, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** Letters of one outside word that are printed. */
export const longestWord = 200;

/** A word that others wrote, fit to be printed within a line: printable, and cut where it is long. */
export function shown(word: string, longest = longestWord): string {
  const letters = Array.from(word.slice(0, 2 * longest + 2));
  return printable(letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join(''));
}

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`);

/** A value as one line of JSON. What {@link printable} writes out is escaped as JSON has it: the value stays the same. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(noLetters, (character) => escaped(character).join(''));
