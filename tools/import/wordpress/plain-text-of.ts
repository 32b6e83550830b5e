import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';

/** A title, name or excerpt of WordPress, which stores it as HTML, as plain text. */
export function plainTextOf(html: string): string {
  const text = html.includes('<') ? sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }) : html;
  return text.includes('&') ? decodeHTML(text).trim() : text.trim();
}
