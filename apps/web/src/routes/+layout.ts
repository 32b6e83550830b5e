/** Reader pages are documents: nothing is hydrated. */
export const csr = false;
