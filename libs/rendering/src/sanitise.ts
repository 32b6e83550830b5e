import sanitizeHtml from 'sanitize-html';
import type { Budget } from './budget.js';
import { linkAttributes } from './link-attributes.js';
import { pictureLink, writtenLink } from './picture-link.js';

/** A picture is fetched when it comes into view, and its server does not learn from where. */
const ofPictures = { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' };

const allowed = {
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
    a: (tagName: string, attributes: sanitizeHtml.Attributes) => ({ tagName, attribs: linkAttributes(attributes) }),
    img: sanitizeHtml.simpleTransform('img', ofPictures),
  },
} satisfies sanitizeHtml.IOptions;

/** In a comment there are no pictures, but links to them. */
const inComments = (isInLink: () => boolean): sanitizeHtml.IOptions => ({
  ...allowed,
  allowedTags: allowed.allowedTags.filter((name) => name !== 'img'),
  allowedAttributes: { a: [...allowed.allowedAttributes.a, 'class', 'data-kind'] },
  transformTags: {
    h1: 'h2',
    a: (tagName, attributes) => ({ tagName, attribs: writtenLink(attributes) }),
    img: (_, attributes) => pictureLink(attributes, isInLink()),
  },
});

/** Makes HTML safe by an allow-list of tags, attributes and schemes. @throws BudgetSpent */
export function sanitise(html: string, budget: Budget, isComment = false): string {
  let links = 0;
  const clean = sanitizeHtml(html, {
    ...(isComment ? inComments(() => links > 0) : allowed),
    onOpenTag: (name) => {
      budget.spend('openElements', 1);
      if (name === 'a') links += 1;
    },
    onCloseTag: (name) => {
      budget.spend('openElements', -1);
      if (name === 'a') links -= 1;
    },
  });
  budget.spend('bytes', Buffer.byteLength(clean));
  return clean;
}
