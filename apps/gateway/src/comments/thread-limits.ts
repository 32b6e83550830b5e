/** Comments in one answer of the thread route. */
export const maxCommentsInAnswer = 500;

/** Bytes of JSON in one answer of the thread route; a larger comment is sent alone. */
export const maxBytesInAnswer = 4_000_000;

/** Characters of the excerpt of a parent that is not on the page. */
export const maxExcerpt = 120;

/** Characters of a parent's HTML that are read for its excerpt; one with longer markup has a shorter excerpt. */
export const maxHtmlOfExcerpt = 2_000;
