/** Bytes of a request's body, unless its route says another most; 413 beyond. */
export const bodyBytes = 65_536;

/** Bytes of a portion of an archive: as much as its largest article, which takes 2 MB of text. The importer sends smaller ones. */
export const importBytes = 3 * 1024 * 1024;

/** The same of a command from the gateway, which the gateway writes anew with what it knows besides. */
export const commandBytes = 2 * bodyBytes;
export const importCommandBytes = importBytes + commandBytes;

/** Bytes of a route's body in a service; undefined for what every route has. */
export const bytesOfRoute = (url: string): number | undefined =>
  url.startsWith('/commands/import-') ? importCommandBytes : undefined;
