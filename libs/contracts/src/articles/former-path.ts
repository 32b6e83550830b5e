/** Bytes of a path in UTF-8; it is part of an index. */
export const longestFormerPath = 1_000;

/** Control characters, which no database or header takes. */
const unprintable = /\p{Cc}/u;

/**
 * An address of the site that an article is imported from, as it is looked up here: without its host, decoded, without a
 * slash at the end. Of a query WordPress's number of a post stays.
 * @returns undefined for what leads to no article: the root, another scheme, a path beyond {@link longestFormerPath}.
 */
export function formerPathOf(address: string): string | undefined {
  // Two slashes would begin a host.
  const url = URL.parse(address.replace(/^\/+/, '/'), 'http://former.invalid');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const path = decoded(url.pathname).replace(/\/+$/, '');
  const post = /^[1-9]\d{0,18}$/.exec(url.searchParams.get('p') ?? '')?.[0];
  const found = post === undefined ? path : `${path}/?p=${post}`;
  return found === '' || Buffer.byteLength(found) > longestFormerPath || unprintable.test(found) ? undefined : found;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
