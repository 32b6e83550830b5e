import type { Said } from '#lib/desk/said.js';
import { localPath } from '../local-path.js';
import type { SiteCookies } from '../cookies.js';

/** Characters of a name that are kept: a cookie holds 4,096 bytes. */
const longestName = 120;

/** Tells the next page what was done. */
export const keepSaid = (cookies: SiteCookies, { what, name = '', to = '' }: Said): void =>
  cookies.set('said', JSON.stringify([what, name.slice(0, longestName), to]));

/** What was done on the page before, once. */
export function takeSaid(cookies: SiteCookies): Said | undefined {
  const text = cookies.get('said');
  if (text === undefined) return undefined;
  cookies.delete('said');
  try {
    const [what, name, to] = JSON.parse(text) as unknown[];
    return { what: String(what) as Said['what'], name: String(name), to: to === '' ? '' : localPath(String(to)) };
  } catch {
    return undefined;
  }
}
