/** The first ones that have `most` bytes together, and their bytes; at least one, if there is one. */
export function cutByBytes<One extends { bytes: number }>(all: readonly One[], most: number) {
  const kept: One[] = [];
  let bytes = 0;
  for (const one of all) {
    if (kept.length > 0 && bytes + one.bytes > most) break;
    kept.push(one);
    bytes += one.bytes;
  }
  return { kept, bytes };
}
