import { badRequest } from '#http/problem.js';

/** Stream → version that must have arrived. */
export type Versions = Record<string, number>;

/**
 * Upper bound of streams in a token: all networks by which one address can be sanctioned (IPv6, from /16 to /128: 113), the
 * writer, and the object; more would not fit into a header.
 */
export const maxStreamsInToken = 120;

/** A stream is a noun with an id; that of the site, which is one, is the noun alone. */
const entry = /^([a-z][a-z-]{0,30}(?:-[\w-]{1,80})?):([1-9]\d{0,8})$/;

export const formatConsistencyToken = (versions: Versions): string =>
  Object.entries(versions)
    .map(([stream, version]) => `${stream}:${version}`)
    .join(',');

/** @throws Problem 400 if it is malformed. */
export function parseConsistencyToken(header: string | undefined): Versions {
  if (header === undefined || header.trim() === '') return {};
  const entries = header.split(',');
  if (entries.length > maxStreamsInToken)
    throw badRequest(`Consistency-Token names more than ${maxStreamsInToken} streams.`);
  return Object.fromEntries(
    entries.map((text) => {
      const [, stream, version] = entry.exec(text.trim()) ?? [];
      if (stream === undefined) throw badRequest('Consistency-Token is not of the form stream:version,…');
      return [stream, Number(version)];
    }),
  );
}
