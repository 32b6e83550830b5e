/** Maximal messages of one transaction. */
export const maxMessagesOfPortion = 1_000;

/**
 * Maximal bytes of messages of one transaction; a larger message is alone. A body is shorter than its message, and one
 * byte renders to at most eight (`maxRenderedBytes`): so rows are at most 4 MB and, for each message, 4 KB.
 */
export const maxBytesOfPortion = 524_288;

interface Sized {
  raw: { value: Buffer | null };
}

/** Splits a batch's messages, in order, so that no transaction or statement is too large. */
export const portionsOf = <Message extends Sized>(messages: Message[]): Message[][] =>
  inPortions(messages, ({ raw }) => raw.value?.length ?? 0);

/** Splits items, in order, as a batch's messages are split. */
export function inPortions<Item>(items: Item[], bytesOf: (item: Item) => number): Item[][] {
  const portions: Item[][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item);
    let portion = portions.at(-1) as Item[];
    const isFull = portion.length >= maxMessagesOfPortion || bytes + size > maxBytesOfPortion;
    if (isFull && portion.length > 0) {
      portions.push((portion = []));
      bytes = 0;
    }
    portion.push(item);
    bytes += size;
  }
  return portions;
}
