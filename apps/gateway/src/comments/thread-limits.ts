/** Comments in one answer of the thread route. */
export const maxCommentsInAnswer = 500;

/** Bytes of JSON in one answer of the thread route; a larger comment is sent alone. */
export const maxBytesInAnswer = 4_000_000;
