/** Searches that a gateway makes at once: others wait, and no other read waits for one. */
export const searchesAtOnce = 3;

/** Milliseconds after which Postgres gives up a statement of a search. */
export const searchStatementMs = 1_000;
