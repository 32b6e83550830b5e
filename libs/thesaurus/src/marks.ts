const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A quote of the source in an attribute; the renderer writes no reference like it, so that it leads back. */
const quote = '&#34;';

/** @param original HTML of the occurrence, byte for byte. */
export const markedName = (name: string, original: string): string =>
  `<span class="house" title="${original.replaceAll('"', quote)}">${escape(name)}</span>`;

/** The aside in ellipses, which the source's readers and feeds without styles see too. */
export const markedAside = (aside: string): string =>
  `<span class="gloss" role="note"> …${escape(aside.trim().replace(/^(?:\.{3}|…)\s*|\s*(?:\.{3}|…)$/g, ''))}…</span>`;

const marks = /<span class="house" title="([^"<>]*)">[^<]*<\/span>|<span class="gloss" role="note">[^<]*<\/span>/g;

/**
 * The inverse of `annotateHtml`: takes all marks off, and gives back the HTML byte for byte. The sanitiser removes `span` and
 * `class`, so that nobody but the house can set such a mark. Takes time linear in the length.
 */
export const originalOf = (html: string): string =>
  html.replace(marks, (_, original: string | undefined) => original?.replaceAll(quote, '"') ?? '');
