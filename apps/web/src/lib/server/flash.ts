import type { SiteCookies } from './cookies.js';

/** What became of a form, told on the next page. */
export interface Flash {
  what: 'posted' | 'accepted' | 'held' | 'signed-in' | 'signed-out';
  /** The comment's number; 0 for none. */
  id: number;
  /** What that page must show at least. */
  consistency: string | undefined;
}

const known = new Set(['posted', 'accepted', 'held', 'signed-in', 'signed-out']);

export function keepFlash(cookies: SiteCookies, { what, id, consistency = '' }: Flash): void {
  cookies.set('flash', `${what}.${id}.${consistency}`);
}

/** @returns undefined if nothing is to be told. */
export function readFlash(cookies: SiteCookies): Flash | undefined {
  const [what = '', id = '', ...rest] = (cookies.get('flash') ?? '').split('.');
  if (!known.has(what)) return undefined;
  return { what: what as Flash['what'], id: Number(id) || 0, consistency: rest.join('.') || undefined };
}
