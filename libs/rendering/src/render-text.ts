const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/**
 * Text as HTML: blank lines separate paragraphs, other line breaks become `<br>`. It takes time linear in its length, and at
 * most six bytes for one (`"`), and seven more.
 */
export function renderText(body: string): string {
  return body
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}
