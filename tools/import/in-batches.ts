/** Upper bound of the items in one portion that the importer sends. */
export const portionItems = 500;

/** Upper bound of a portion's bytes as JSON, so small that reading it delays nobody. A larger item is sent alone. */
export const portionBytes = 256 * 1024;

/** Groups items into portions of at most 500 and some 256 KiB as JSON. */
export function* inBatches<Item>(items: Iterable<Item>): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item));
    if (batch.length > 0 && (batch.length === portionItems || bytes + size > portionBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
