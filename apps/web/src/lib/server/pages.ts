import type { RequestEvent } from '@sveltejs/kit';
import { codingFor, encode, pages, StoredPage } from './page-cache.js';

const securityHeaders = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Seconds after which a page of an absent gateway may be asked for again. */
const again = { 'Retry-After': '5' };
const htmlType = 'text/html; charset=utf-8';

type Render = () => Promise<Response>;

/** A page for somebody without cookies: stored, with an ETag, the same bytes for all. */
export async function forStrangers(event: RequestEvent, render: Render): Promise<Response> {
  const { url, locals, request } = event;
  const key = [url.origin, url.pathname + url.search, ...Object.values(locals.preferences)].join(' ');
  let other: Response | undefined;
  const page = await pages.fetch(key, {
    context: async () => {
      const response = await render();
      if (!isPage(response)) other = response;
      return new StoredPage(isPage(response) ? response.status : 0, headersOf(response), await bytesOf(response));
    },
  });
  if (page === undefined || page.status === 0) return finish(event, other ?? (await render()));
  const coding = codingFor(request.headers.get('accept-encoding'));
  const etag = coding === 'identity' ? page.etag : page.etag.replace(/"$/, `-${coding}"`);
  const headers = {
    ...page.headers,
    ...securityHeaders,
    Vary: 'Cookie, Accept-Encoding',
    ...(page.status === 200 ? { ETag: etag, 'Cache-Control': 'public, no-cache' } : { 'Cache-Control': 'no-store' }),
    ...(page.status === 503 && again),
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
  };
  if (page.status === 200 && request.headers.get('if-none-match') === etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(await page.in(coding)), { status: page.status, headers });
}

/** A page for one person: never stored, and coded for the way. */
export async function finish({ request }: Pick<RequestEvent, 'request'>, response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  if (response.status === 503) headers.set('Retry-After', again['Retry-After']);
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store');
  if (!isPage(response)) return new Response(response.body, { status: response.status, headers });
  const coding = codingFor(request.headers.get('accept-encoding'));
  headers.set('Content-Type', htmlType);
  headers.delete('etag');
  headers.delete('content-length');
  headers.set('Vary', 'Cookie, Accept-Encoding');
  if (coding !== 'identity') headers.set('Content-Encoding', coding);
  const bytes = await encode(await bytesOf(response), coding);
  return new Response(new Uint8Array(bytes), { status: response.status, headers });
}

const isPage = ({ headers }: Response) => (headers.get('content-type') ?? '').startsWith('text/html');

const bytesOf = async (response: Response) =>
  isPage(response) ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);

const headersOf = ({ headers }: Response) => ({
  'Content-Type': htmlType,
  'Content-Security-Policy': headers.get('content-security-policy') ?? '',
});
