/** Upper bound of a request body in bytes, unless its route sets another; 413 beyond. */
export const bodyBytes = 65_536;

/**
 * Bytes of a portion of an archive: enough for its largest article, which has 2 MB of text. The importer sends smaller
 * portions.
 */
export const importBytes = 3 * 1024 * 1024;

/** The same for a command from the gateway, which writes the body anew and adds what it knows. */
export const commandBytes = 2 * bodyBytes;
export const importCommandBytes = importBytes + commandBytes;

/** Upper bound of a route's body in a service; undefined for the default. */
export const bytesOfRoute = (url: string): number | undefined =>
  url.startsWith('/commands/import-') ? importCommandBytes : undefined;
