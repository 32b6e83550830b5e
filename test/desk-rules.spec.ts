import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { policy } from '#policy/policy.js';
import {
  deskPages,
  deskRules,
  isStaff,
  mayAtDesk,
  mayWrite,
  type Role,
  writeRules,
} from '../apps/web/src/lib/desk/rules.js';

const routes = join(import.meta.dirname, '..', 'apps', 'web', 'src', 'routes');
const staff: readonly Role[] = ['editor', 'moderator', 'admin'];

/** Each page, form and endpoint below /desk and /write, as the folders have them. */
const all = globSync('{desk,write}/**/+{page.svelte,page.server.ts,server.ts}', { cwd: routes }).flatMap((file) => {
  const route = `/${file.replace(/\/\+.*/, '')}`;
  if (file.endsWith('.svelte')) return [{ of: route, isEndpoint: false }];
  if (file.endsWith('/+server.ts')) return [{ of: route, isEndpoint: true }];
  const [, actions = ''] = /export const actions[^{]*\{([\s\S]*)/.exec(readFileSync(join(routes, file), 'utf8')) ?? [];
  const names = [...actions.matchAll(/^ {2}(\w+): /gm), ...actions.matchAll(/\b(\w+): change\(/g)].map(
    ([, name]) => name,
  );
  return names.map((name) => ({ of: `${route}?/${name}`, isEndpoint: false }));
});
const below = (folder: string) => all.filter(({ of }) => of.startsWith(folder));
const found = below('/desk');

test('each page, form and endpoint of the desk has a rule, and each rule is of one', () => {
  expect([...new Set(found.map(({ of }) => of))].toSorted()).toEqual(Object.keys(deskRules).toSorted());
  expect(found.length).toBeGreaterThan(25);
  for (const { of, isEndpoint } of found) expect([of, deskRules[of]?.isEndpoint ?? false]).toEqual([of, isEndpoint]);
});

test('a page has a link at the desk, unless it is of one thing', () => {
  const pages = Object.keys(deskRules).filter(
    (of) => !of.includes('?') && !of.includes('[') && !deskRules[of]?.isEndpoint,
  );
  expect([...deskPages].toSorted()).toEqual(pages.toSorted());
});

const asked = Object.entries(deskRules).flatMap(([of, { may, asks }]) => asks.map((route) => ({ of, route, may })));

test.each(asked)('$of is open to whom the gateway lets $route', ({ route, may }) => {
  const allowed = policy[route]?.may;
  expect(allowed).toBeDefined();
  const isForAll = typeof allowed === 'string';
  const those = isForAll ? staff : staff.filter((role) => allowed?.includes(role));
  for (const role of may) expect(those).toContain(role);
  // What is for all elsewhere may be for some here, such as the preview of an article.
  if (!isForAll) expect([...may].toSorted()).toEqual([...those].toSorted());
});

test('each page, form and endpoint under /write has a rule, and the gateway lets accounts what it asks for', () => {
  const written = below('/write');
  expect([...new Set(written.map(({ of }) => of))].toSorted()).toEqual(Object.keys(writeRules).toSorted());
  for (const { of, isEndpoint } of written) expect([of, writeRules[of]?.isEndpoint ?? false]).toEqual([of, isEndpoint]);
  const asks = Object.values(writeRules).flatMap((each) => each.asks);
  for (const route of asks)
    expect([route, policy[route]?.may]).toEqual([route, expect.stringMatching(/account|known/)]);
});

test('who finds the link to /write: whoever may give an article away, and does not at the desk', () => {
  const found = ['editors', 'reviewed', 'everyone'].map((publishing) =>
    [[], ['contributor'], ['moderator'], ['editor'], ['admin']].map((roles) =>
      mayWrite(['reader', ...roles], publishing),
    ),
  );
  const [editors, reviewed, everyone] = found;
  expect(editors).toEqual([false, true, false, false, false]);
  expect(reviewed).toEqual([true, true, true, false, false]);
  expect(everyone).toEqual(reviewed);
});

test('whoever has no role of the staff, and whatever has no rule, is refused', () => {
  for (const roles of [[], ['reader'], ['reader', 'contributor']]) expect(isStaff(roles)).toBe(false);
  for (const none of ['/desk/none', '', 'constructor', '/desk?/none', '__proto__']) {
    expect([none, mayAtDesk(['admin'], none)]).toEqual([none, false]);
  }
});
