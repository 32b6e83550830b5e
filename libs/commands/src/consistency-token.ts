import { badRequest } from '#http/problem.js';

/** Stream → version that must be there. */
export type Versions = Record<string, number>;

/**
 * Streams in a token: those of all the networks that one address can be sanctioned by (IPv6, from /16 to /128: 113), of who
 * writes and of what is written about, and no more than a header has room for.
 */
export const mostStreamsInToken = 120;

const entry = /^([a-z][a-z-]{0,30}-[\w-]{1,80}):([1-9]\d{0,8})$/;

export const formatConsistencyToken = (versions: Versions): string =>
  Object.entries(versions)
    .map(([stream, version]) => `${stream}:${version}`)
    .join(',');

/** @throws Problem 400 when it is not one of ours. */
export function parseConsistencyToken(header: string | undefined): Versions {
  if (header === undefined || header.trim() === '') return {};
  const entries = header.split(',');
  if (entries.length > mostStreamsInToken)
    throw badRequest(`Consistency-Token names more than ${mostStreamsInToken} streams.`);
  return Object.fromEntries(
    entries.map((text) => {
      const [, stream, version] = entry.exec(text.trim()) ?? [];
      if (stream === undefined) throw badRequest('Consistency-Token is not of the form stream:version,…');
      return [stream, Number(version)];
    }),
  );
}
