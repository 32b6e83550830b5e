import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { BodyFormat } from '#contracts/body-format.js';
import { htmlAsWritten } from './html-as-written.js';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'del', 'small', 'big', 'sub', 'sup', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], img: ['src', 'alt', 'title', 'loading'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: {
    h1: 'h2',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }),
    img: sanitizeHtml.simpleTransform('img', { loading: 'lazy' }),
  },
};

/** Characters; beyond that its rules take too long, and it is shown as text. */
const longestMarkdown = 200_000;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A body as entered, as HTML that runs nothing: by an allow-list of tags, attributes and schemes. */
export function renderBody(body: string, format: BodyFormat): string {
  switch (format) {
    case 'text':
      return renderText(body);
    case 'markdown':
      if (body.length > longestMarkdown) return renderText(body);
      return sanitizeHtml(markdown.render(body), allowed);
    case 'html':
      if (isTooDeep(body)) return renderText(body);
      return sanitizeHtml(htmlAsWritten(body), allowed);
  }
}

/** Elements that are open at once; sanitising takes the square of it. */
const deepest = 400;

/** Whether more elements are open at once than anybody means; those that people leave open do not count. */
function isTooDeep(html: string): boolean {
  let open = 0;
  for (const [, slash] of html.matchAll(/<(\/?)(?!(?:br|hr|img|p|li|dt|dd|t[rdh]|wbr|input)[\s/>])[a-z]/gi)) {
    open += slash === '/' ? -1 : 1;
    if (open > deepest) return true;
  }
  return false;
}

/** Blank lines part paragraphs, other line breaks stay line breaks. */
function renderText(body: string): string {
  return body
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('\n');
}
