/** UTF-16 or UTF-32 by its byte order mark, or UTF-16 by the zero bytes of Latin letters. */
export function wideEncodingOf(first: Buffer): 'utf-16le' | 'utf-16be' | 'utf-32' | undefined {
  const [one, two, three, four] = first;
  if (one === 0xff && two === 0xfe) return three === 0 && four === 0 ? 'utf-32' : 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  if (one === 0 && two === 0 && three === 0xfe && four === 0xff) return 'utf-32';
  if (two === 0 && four === 0 && one !== 0 && three !== 0) return 'utf-16le';
  if (one === 0 && three === 0 && two !== 0 && four !== 0) return 'utf-16be';
  return undefined;
}
