import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const routes = join(import.meta.dirname, '..', '..', 'apps', 'web', 'src', 'routes');

export const comment = { name: 'Eve', body: 'Was it me?', key: '' };
/** Each address that a form can be sent to, with a form that it takes. */
export const forms: Record<string, Record<string, string>> = {
  '/articles/[slug]?/post': comment,
  '/articles/[slug]?/preview': comment,
  '/articles/[slug]?/closing': { days: 'never' },
  '/articles/[slug]?/invent': comment,
  '/articles/[slug]/comments/[id]/edit': { body: 'Was it me?' },
  '/articles/[slug]/comments/[id]/delete': {},
  '/preferences': { theme: 'dark', back: '/' },
  '/sign-in': { email: 'a@example.org', password: 'wrong horse' },
  '/sign-out': {},
  '/register': { username: 'Eve', email: 'eve@example.org', password: 'correct horse' },
  '/lost-password': { email: 'a@example.org' },
  '/reset-password': { token: 'any', password: 'wrong horse' },
  '/account?/profile': { username: 'Eve' },
  '/account?/password': { password: 'wrong horse' },
  '/account?/details': { name: 'Eve' },
  '/account?/nick': { nick: 'Eve' },
  '/account?/invent': {},
  '/account?/original': {},
  '/account/following?/follow': { username: 'Eve' },
  '/account/following?/unfollow': { username: 'Eve' },
  '/account/mutes?/mute': { kind: 'tag', key: 'eve' },
  '/account/mutes?/unmute': { kind: 'tag', key: 'eve' },
  '/favorites?/add': { slug: 'any' },
  '/favorites?/remove': { slug: 'any' },
  '/account/sessions?/end': { id: 'any' },
  '/account/sessions?/others': {},
  '/account/sessions?/all': {},
  '/account/second-factor?/start': { password: 'wrong horse' },
  '/account/second-factor?/confirm': { code: '000000' },
  '/account/second-factor?/codes': { code: '000000' },
  '/account/second-factor?/remove': { password: 'wrong horse', code: '000000' },
  '/account/erasure?/ask': { sure: 'yes' },
  '/account/erasure?/keep': {},
  '/write?/return': { draft: 'any' },
  '/write?/withdraw': { slug: 'any' },
  '/write?/discard': { draft: 'any' },
  '/write/draft?/save': { title: 'Any' },
  '/write/draft?/submit': { title: 'Any' },
  '/write/draft?/publish': { title: 'Any' },
  '/write/draft?/preview': { body: 'Any' },
  '/write/previews': {},
};

/** The addresses that the site's routes take forms at, as their sources say. */
export function takingForms(): string[] {
  return globSync('**/+{page.server,server}.ts', { cwd: routes }).flatMap((file) => {
    const text = readFileSync(join(routes, file), 'utf8');
    const route = `/${file.replace(/\/?\+.*/, '')}`;
    const [, actions = ''] = /export const actions[^{]*\{([\s\S]*)/.exec(text) ?? [];
    const names = [...actions.matchAll(/^ {2}(\w+): async/gm)].map(([, name]) =>
      name === 'default' ? '' : `?/${name}`,
    );
    return [...(/export const (POST|PUT|PATCH|DELETE)\b/.test(text) ? [''] : []), ...names].map((name) => route + name);
  });
}
