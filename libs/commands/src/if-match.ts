import { badRequest } from '#http/problem.js';

/**
 * The version of an If-Match header (RFC 9110, 13.1.1); undefined where there is none, or it is `*`.
 * @throws Problem 400 if it is no ETag of ours.
 */
export function versionIn(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(String(header)) ?? [];
  if (version === undefined) throw badRequest('If-Match is not the ETag of a record, as "7", nor *.');
  return Number(version);
}

export const ifMatchOf = (version: number): string => `"${version}"`;
