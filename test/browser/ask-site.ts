import { request } from 'undici';

export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  /** Each Set-Cookie. */
  cookies: string[];
  html: string;
}

interface Asking {
  headers?: Record<string, string>;
  /** Fields of a form, which is then posted. */
  form?: Record<string, string>;
}

/** Asks the site without a browser, and follows nothing. */
export async function askSite(url: string, { headers = {}, form }: Asking = {}): Promise<SiteAnswer> {
  const answer = await request(url, {
    headers: { accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    headersTimeout: 10_000,
  });
  const html = await answer.body.text();
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : (value ?? ''));
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, one(value)])),
    cookies: [answer.headers['set-cookie'] ?? []].flat(),
    html,
  };
}

/** The headers of a form that a page of the site sent. */
export const fromOwnPage = (site: string) => ({ origin: site, 'sec-fetch-site': 'same-origin' });
