/** Writing is previewed as one types; without scripts its pages work too. */
export const csr = true;
