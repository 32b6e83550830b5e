import sanitizeHtml from 'sanitize-html';
import type { Budget } from './budget.js';

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'del', 'small', 'big', 'sub', 'sup', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'dl', 'dt', 'dd'],
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

/** Makes HTML safe by an allow-list of tags, attributes and schemes. @throws BudgetSpent */
export function sanitise(html: string, budget: Budget): string {
  const clean = sanitizeHtml(html, {
    ...allowed,
    onOpenTag: () => budget.spend('openElements', 1),
    onCloseTag: () => budget.spend('openElements', -1),
  });
  budget.spend('bytes', Buffer.byteLength(clean));
  return clean;
}
