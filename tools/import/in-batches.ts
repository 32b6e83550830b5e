/** Items of one portion that the importer sends. */
export const portionItems = 500;

/** Bytes of one, as JSON: small enough that nobody else waits while it is read. An item that is larger goes alone. */
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
