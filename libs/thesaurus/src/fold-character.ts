/** What a character is to word boundaries. A mark belongs to the word before it. */
export const other = 0;
export const word = 1;
export const mark = 2;
export type CharacterClass = typeof other | typeof word | typeof mark;

export interface FoldedCharacter {
  /** Case, width and compatibility forms, and typographic signs folded; empty for a soft hyphen, which is not shown. */
  folded: string;
  /** The same with its case, of the same length: filled up where folding case makes it longer. */
  kept: string;
  classOf: CharacterClass;
}

const signs: [plain: string, typographic: RegExp][] = [
  ["'", /[\u2018\u2019\u201b\u02bc\u02b9\uff07\u2032]/],
  ['"', /[\u201c-\u201f\u2033\uff02]/],
  ['-', /[\u2010-\u2013\u2212\ufe63\uff0d]/],
  [' ', /\s/],
  ['', /\u00ad/],
  // Reserved for what no term may match.
  ['\ufffd', /\uffff/],
];

const filler = '\ufffe';

/** Dotless ı has the capital of i, and is another letter. ẞ becomes ß and then ss. */
const foldCase = (text: string) => (text === 'ı' ? text : text.toLowerCase().toUpperCase().toLowerCase());

export function foldCharacter(character: string): FoldedCharacter {
  const sign = signs.find(([, typographic]) => typographic.test(character));
  const plain = sign ? sign[0] : character.normalize('NFKD');
  const folded = foldCase(plain);
  return { folded, kept: plain.padEnd(folded.length, filler).slice(0, folded.length), classOf: classOf(character) };
}

/** Joiners stand within words of Persian and Indic scripts. */
function classOf(character: string): CharacterClass {
  if (/^[\p{M}\u200c\u200d]/u.test(character)) return mark;
  return /^[\p{L}\p{N}_]/u.test(character) && !/^[\u02bc\u02b9]/.test(character) ? word : other;
}
