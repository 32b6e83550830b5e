const noLetters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Escapes everything in a text that would move a terminal's cursor, ring its bell or change the text direction. */
export const printable = (text: string): string =>
  text.replace(noLetters, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** Upper bound of the characters of one quoted word that are printed. */
export const longestWord = 200;

/** A quoted word, fit to be printed within a line: escaped, and cut if it is long. */
export function shown(word: string, longest = longestWord): string {
  const letters = Array.from(word.slice(0, 2 * longest + 2));
  return printable(letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join(''));
}

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`);

/** A value as one line of JSON. What {@link printable} escapes is escaped as in JSON: the value stays the same. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(noLetters, (character) => escaped(character).join(''));
