import { shown } from '#tools/terminal/printable.js';

/** The parser's messages for malformed XML, in plain words. */
const sentences: [RegExp, string][] = [
  [/^unclosed tag: (.+)/, 'the file ends within <$1>'],
  [/^unexpected end/, 'the file ends within a tag'],
  [/^unmatched closing tag: (.+)/, '</$1> closes what was not opened'],
  [/^unexpected close tag/, 'a closing tag closes something else than what was opened last'],
  [/^undefined entity/, 'an entity between & and ; is neither XML’s nor HTML’s'],
  [/^malformed character entity/, 'a reference between &# and ; names no character'],
  [/^text data outside of root node/, 'text stands outside of the root element'],
  [/^document must contain a root element/, 'the file ends before its first element'],
  [/^documents may contain only one root/, 'there is a second root element'],
  [/^attribute without value|^unquoted attribute value/, 'an attribute has no value in quotes'],
  [/^duplicate attribute: (.+)/, 'an element has its attribute $1 twice'],
  [/^disallowed character/, 'a character stands where XML does not allow it'],
];

/** @param said by the parser, which gives the position separately. */
export function whyNotWellFormed(said: string): string {
  const text = said.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const [pattern, why] = sentences.find(([known]) => known.test(text)) ?? [];
  if (!pattern || why === undefined) return `this is not well-formed XML (${shown(text)})`;
  return why.replace('$1', () => shown(pattern.exec(text)?.[1] ?? ''));
}
