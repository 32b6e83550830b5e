import type { Attributes } from 'sanitize-html';

const site = 'https://site.invalid';

/**
 * The attributes of a link. Addresses without a host stay on the site; all others are told to be their writer's, and no
 * recommendation of the site.
 */
export function linkAttributes({ rel: _, ...attributes }: Attributes): Attributes {
  return staysOnSite(attributes['href']) ? attributes : { ...attributes, rel: 'nofollow ugc noopener' };
}

/** As browsers read it: `/\elsewhere` and `//elsewhere` have a host. */
function staysOnSite(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address, site);
  return url?.origin === site && !/^\s*https?:/i.test(address ?? '');
}
