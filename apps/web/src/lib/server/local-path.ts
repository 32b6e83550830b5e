/** A path of this site, or the front page in place of an address that leads elsewhere. */
export function localPath(asked: FormDataEntryValue | string | null): string {
  const path = typeof asked === 'string' ? asked : '';
  // Browsers read a backslash as a slash, and drop tabs and line ends.
  if (/[\\\s\p{Cc}]/u.test(path) || !path.startsWith('/')) return '/';
  const base = 'http://site.invalid';
  const url = URL.parse(path, base);
  // Two slashes begin another host, also where they come of `/.//host`.
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
}
