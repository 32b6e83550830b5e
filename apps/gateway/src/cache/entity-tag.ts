/**
 * The ETag of a version (RFC 9110, 8.8.3). It is weak: rows are read after the version and may be one change newer, so
 * the bytes may differ from another gateway's.
 */
export const entityTag = (version: string): string => `W/"${version}"`;

const opaque = (tag: string) => tag.trim().replace(/^W\//, '');

/** Whether an If-None-Match header has the tag. The RFC requires weak comparison. Our tags have no commas. */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => each.trim() === '*' || opaque(each) === opaque(tag));
}
