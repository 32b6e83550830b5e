/** Staff pages are alive: the one folder that is hydrated. */
export const csr = true;
