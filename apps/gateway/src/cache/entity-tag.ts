/**
 * The ETag of a version (RFC 9110, 8.8.3). It is weak: what is read right after the version may be newer by a change, and
 * so have other bytes than what another gateway read.
 */
export const entityTag = (version: string): string => `W/"${version}"`;

const opaque = (tag: string) => tag.trim().replace(/^W\//, '');

/** Whether an If-None-Match has the tag; compared weakly, as it is to be. Our tags have no commas. */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim() === '*' || opaque(each) === opaque(tag));
}
