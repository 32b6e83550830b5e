/** Staff pages are alive; so are those of /write, and no others. */
export const csr = true;
