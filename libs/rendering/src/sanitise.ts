import sanitizeHtml from 'sanitize-html';
import type { Budget } from './budget.js';
import { linkAttributes } from './link-attributes.js';

/** A picture is fetched when it comes into view, and its server does not learn from where. */
const ofPictures = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'del', 'small', 'big', 'sub', 'sup', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'dl', 'dt', 'dd'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], img: ['src', 'alt', 'title', ...Object.keys(ofPictures)] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: {
    h1: 'h2',
    a: (tagName, attributes) => ({ tagName, attribs: linkAttributes(attributes) }),
    img: sanitizeHtml.simpleTransform('img', ofPictures),
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
