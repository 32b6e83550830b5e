/** Comments in one answer of the thread route. */
export const mostCommentsInAnswer = 500;

/** Bytes of JSON in one answer of the thread route; a larger comment is sent alone. */
export const mostBytesInAnswer = 4_000_000;
