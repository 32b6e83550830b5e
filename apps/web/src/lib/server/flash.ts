import { type AccountOutcome, accountOutcomes } from '#lib/outcomes.js';
import type { SiteCookies } from './cookies.js';

/** What became of a form, told on the next page. */
export interface Flash {
  what: 'posted' | 'accepted' | 'held' | 'edited' | 'deleted' | AccountOutcome;
  /** The comment's number; 0 for none. */
  id: number;
  /** What that page must show at least. */
  consistency: string | undefined;
}

const known = new Set<string>(['posted', 'accepted', 'held', 'edited', 'deleted', ...accountOutcomes]);

export function keepFlash(cookies: SiteCookies, { what, id, consistency = '' }: Flash): void {
  cookies.set('flash', `${what}.${id}.${consistency}`);
}

/** @returns undefined if nothing is to be told. */
export function readFlash(cookies: SiteCookies): Flash | undefined {
  const [what = '', id = '', ...rest] = (cookies.get('flash') ?? '').split('.');
  if (!known.has(what)) return undefined;
  return { what: what as Flash['what'], id: Number(id) || 0, consistency: rest.join('.') || undefined };
}

/** The part of it that is told above any page. */
export const outcomeOf = (flash: Flash | undefined): AccountOutcome | undefined =>
  accountOutcomes.find((each) => each === flash?.what);
