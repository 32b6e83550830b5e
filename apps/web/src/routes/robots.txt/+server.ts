import type { RequestHandler } from './$types.js';

const rules = `User-agent: *
Disallow: /sign-in
Disallow: /preferences
Disallow: /search
Disallow: /*?reply=
`;

/** What robots leave alone, and where the sitemap is: it is named by its whole address. */
export const GET: RequestHandler = ({ url }) =>
  new Response(`${rules}\nSitemap: ${url.origin}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
