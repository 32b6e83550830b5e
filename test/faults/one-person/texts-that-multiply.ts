/** Bodies of at most 10,000 characters that a naive renderer turns into megabytes, or takes seconds for. */
export const textsThatMultiply: string[] = [
  reference('&', '[a]'),
  reference('"', '[a]'),
  reference('&', '![a]'),
  `${'|'.repeat(70)}\n${'|-'.repeat(69)}|\n${'|\n'.repeat(4_800)}`,
  '['.repeat(9_999),
  '![['.repeat(3_300),
  '*a **a '.repeat(1_400),
  '> '.repeat(4_900) + 'a',
  '- '.repeat(4_900) + 'a',
  '`'.repeat(4_000) + ' ' + '` '.repeat(2_900),
  'http://'.repeat(1_420),
  'a@'.repeat(4_990),
  '<a '.repeat(3_300),
  '&amp;'.repeat(1_990),
];

/** A link reference with a long title, used as often as it fits. */
function reference(character: string, use: string): string {
  const definition = `[a]: /x '${character.repeat(4_990)}'\n\n`;
  return definition + use.repeat(Math.floor((9_990 - definition.length) / use.length));
}
