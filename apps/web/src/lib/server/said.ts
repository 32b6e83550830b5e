import type { SiteCookies } from './cookies.js';

/** What became of a form, told on the next page. */
export interface Said {
  what: 'posted' | 'accepted' | 'held' | 'signed-in' | 'signed-out';
  /** The comment's number; 0 for none. */
  id: number;
  /** What that page must show at least. */
  consistency: string | undefined;
}

const known = new Set(['posted', 'accepted', 'held', 'signed-in', 'signed-out']);

export function say(cookies: SiteCookies, { what, id, consistency = '' }: Said): void {
  cookies.set('said', `${what}.${id}.${consistency}`);
}

/** @returns undefined if nothing was said. */
export function heard(cookies: SiteCookies): Said | undefined {
  const [what = '', id = '', ...rest] = (cookies.get('said') ?? '').split('.');
  if (!known.has(what)) return undefined;
  return { what: what as Said['what'], id: Number(id) || 0, consistency: rest.join('.') || undefined };
}
