/** Messages that one transaction stores at most. */
export const mostMessagesOfPortion = 1_000;

/**
 * Bytes of messages that one transaction stores at most, but for one that is longer by itself. A body is shorter than its
 * message, and renders to eight bytes for one (`mostRenderedBytes`): rows of 4 MB and, for each message, 4 KB.
 */
export const mostBytesOfPortion = 524_288;

interface Sized {
  raw: { value: Buffer | null };
}

/** Messages of a batch in their order, parted so that no transaction and no statement is larger than is good for it. */
export function portionsOf<Message extends Sized>(messages: Message[]): Message[][] {
  const portions: Message[][] = [[]];
  let bytes = 0;
  for (const message of messages) {
    const size = message.raw.value?.length ?? 0;
    let portion = portions.at(-1) as Message[];
    const isFull = portion.length >= mostMessagesOfPortion || bytes + size > mostBytesOfPortion;
    if (isFull && portion.length > 0) {
      portions.push((portion = []));
      bytes = 0;
    }
    portion.push(message);
    bytes += size;
  }
  return portions;
}
