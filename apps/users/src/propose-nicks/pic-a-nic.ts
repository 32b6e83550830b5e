const onsets = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gl',
  'gr',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'qu',
  's',
  'sk',
].concat(['sn', 'st', 't', 'tr', 'v', 'w', 'z']);
const vowels = ['a', 'e', 'i', 'o', 'u', 'oo', 'ee', 'ay'];
const codas = ['', '', '', 'l', 'm', 'n', 'r', 'ck', 'x', 'sh', 'mble', 'ndle', 'zzle', 'rp', 'nk'];
const numbers = { least: 2, most: 999 };

/**
 * An invented, pronounceable nick with a number: two or three syllables, such as `Snoomble 417`.
 * @param random returns numbers from 0 up to 1, like `Math.random`.
 */
export function picANic(random: () => number): string {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const syllables = Array.from({ length: random() < 0.7 ? 1 : 2 }, () => pick(onsets) + pick(vowels));
  const word = syllables.join('') + pick(onsets) + pick(vowels) + pick(codas);
  const number = numbers.least + Math.floor(random() * (numbers.most - numbers.least + 1));
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${number}`;
}
