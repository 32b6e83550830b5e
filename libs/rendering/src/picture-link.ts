import type { Attributes, Tag } from 'sanitize-html';
import { linkAttributes } from './link-attributes.js';

/** The title of a picture in Markdown that stands small at the side: `![words](address "foto")`. */
const atTheSide = 'foto';

/**
 * A picture in a comment is a link with its words: its server learns nobody's address until somebody asks for it. A script of
 * the site shows it then, where it is by https; without scripts the link leads to it. Links do not nest, so a picture in a
 * link is its words alone.
 */
export function pictureLink({ src = '', alt = '', title = '' }: Attributes, isInLink: boolean): Tag {
  const text = alt.trim() || src;
  const url = URL.parse(src);
  if (isInLink || url === null || !/^https?:$/.test(url.protocol)) return { tagName: 'em', attribs: {}, text };
  const { href } = url;
  if (url.protocol === 'http:') return { tagName: 'a', attribs: linkAttributes({ href }), text };
  const kind = title.trim().toLowerCase() === atTheSide ? 'foto' : 'photo';
  const attribs = { href, rel: 'nofollow ugc noopener noreferrer', class: 'picture', 'data-kind': kind };
  return { tagName: 'a', attribs, text };
}

/** The attributes of a link that somebody wrote: none makes it a picture. */
export function writtenLink({ href, title }: Attributes): Attributes {
  return linkAttributes({ ...(href !== undefined && { href }), ...(title !== undefined && { title }) });
}
