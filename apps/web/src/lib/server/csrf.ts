const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of this host. Browsers say so in Sec-Fetch-Site
 * (https://www.w3.org/TR/fetch-metadata/), older ones in Origin alone. A request that says neither is refused: no browser
 * sends one. Hosts are compared without their scheme, which a proxy may hide.
 */
export function isOwn(request: Request, host: string): boolean {
  if (safe.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  // A page that sends no Referer has `null` as its origin too (https://fetch.spec.whatwg.org/#origin-header).
  if (origin === null || (origin === 'null' && site !== null)) return site === 'same-origin';
  return URL.parse(origin)?.host === host;
}
