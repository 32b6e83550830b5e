const references: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Tags that do not part words. */
export const inlineTags = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'del',
  'small',
  'big',
  'sub',
  'sup',
  'a',
  'code',
]);

const nameOf = (tag: string) => /^<\/?([a-z0-9]*)/.exec(tag)?.[1] ?? '';

/**
 * The beginning of a rendered body as plain text in one line, in time linear in the length of the HTML.
 * @param html as `renderBody` gives it, or its beginning: a tag or reference that is cut off is left out.
 * @param most UTF-16 units; a surrogate pair is not cut.
 */
export function beginningOfText(html: string, most: number): string {
  const text = html
    .replace(/<[^<>]*>?/g, (tag) => (inlineTags.has(nameOf(tag)) ? '' : ' '))
    .replace(/&[a-z0-9#]{0,6}$/, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => references[reference] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  // The first half of a pair that would stand alone.
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
